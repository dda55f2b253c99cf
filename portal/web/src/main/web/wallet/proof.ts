import type { HeldKeyset } from "../api/keysets.ts";
import type { Account } from "../crypto/account.ts";
import { derive, type Derived } from "../crypto/derive.ts";
import { damaged, fail } from "../crypto/failure.ts";
import { openWrapped, unlockKeyset, withSlots, type Opener } from "../crypto/keyset.ts";
import type { Parts } from "./session.ts";
import type { Config } from "./types.ts";

/** What the passphrase, asked again, opens. */
export interface ByPassphrase {
  readonly held: HeldKeyset;
  readonly account: Account;
  readonly opener: Extract<Opener, { wrapKey: CryptoKey }>;
  readonly derived: Derived;
}

/** `wrongPassphrase` when it does not open the wallet. */
export async function byPassphrase(config: Config, { keysets, me, account }: Pick<Parts, "keysets" | "me" | "account">, passphrase: string): Promise<ByPassphrase> {
  const held = await keysets.read();
  if (held === undefined) {
    throw damaged();
  }
  // Nothing is changed on top of a list of slots older than this session has seen (T8).
  await withSlots(held.keyset, account);
  const derived = await derive(config.realm, me.username, passphrase);
  const opener = { wrapKey: derived.wrapKey };
  await openWrapped(held.keyset, derived.wrapKey).catch(() => {
    throw fail("wrongPassphrase");
  });
  return { held, opener, derived, account: await unlockKeyset(held.keyset, me.account, opener) };
}
