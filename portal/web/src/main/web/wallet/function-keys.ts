import type { Consent } from "../api/consent.ts";
import type { Account } from "../crypto/account.ts";
import { openHandedKey } from "../crypto/agency.ts";
import type { FunctionKey } from "../crypto/loan.ts";
import { pin, type Agencies } from "./agencies.ts";
import type { Manifests } from "./manifests.ts";

/** The keys of functions handed to this member, by thumbprint; each must be signed by the agency's published and pinned root (T14). */
export async function functionKeys(api: Consent, account: Account, manifests: Manifests, agencies: Agencies, organisation: string): Promise<ReadonlyMap<string, FunctionKey>> {
  const agency = await agencies.verified(organisation);
  const handed = (await api.deskKeys()).filter(entry => entry.agency === organisation && entry.use === "enc");
  const keys = new Map<string, FunctionKey>();
  for (const { function: name, jwe } of handed) {
    // One that does not verify opens nothing; the others still work.
    const key = await openHandedKey(account, agency.rootKey, organisation, jwe).catch(() => undefined);
    if (key?.use === "enc" && key.function === name) {
      keys.set(key.thumbprint, key);
    }
  }
  await manifests.change(now => {
    const pins = pin(now, agency);
    return pins === now.agencies ? undefined : { ...now, agencies: pins };
  });
  return keys;
}
