import type { HeldKeyset, Keysets } from "../api/keysets.ts";
import type { Account } from "../crypto/account.ts";
import type { Opener } from "../crypto/keyset.ts";
import { rewrap } from "../crypto/slot-changes.ts";

/**
 * Finishes a change of the passphrase that an earlier session could not: from now on it is the one that has just opened the wallet.
 * A failure leaves it to the next sign-in; so does a slot that the holder is still to be asked about.
 */
export async function settlePassphrase(keysets: Keysets, { keyset, tag }: HeldKeyset, account: Account, opener: Opener): Promise<void> {
  if (!account.changing || account.missing.length > 0 || !("wrapKey" in opener)) {
    return;
  }
  try {
    await keysets.change(await rewrap(keyset, account, opener, opener.wrapKey, "only"), tag);
  } catch {
    // Another session was first, or there is no network: nothing that works now stops working.
  }
}
