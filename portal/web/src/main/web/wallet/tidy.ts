import type { HeldKeyset, Keysets } from "../api/keysets.ts";
import type { Account } from "../crypto/account.ts";
import type { Opener } from "../crypto/keyset.ts";
import { repair, rewrap } from "../crypto/slot-changes.ts";

/**
 * Finishes what an earlier session could not: a passphrase that was being changed is, from now on, the one that has just opened the
 * wallet; and slots added while a mask hid this view can open it. A failure leaves it to the next sign-in.
 */
export async function tidyKeyset(keysets: Keysets, { keyset, tag }: HeldKeyset, account: Account, opener: Opener, byPassphrase: boolean): Promise<void> {
  const settles = byPassphrase && account.changing && "wrapKey" in opener;
  if (!settles && account.missing.length === 0) {
    return;
  }
  try {
    const settled = settles ? await rewrap(keyset, account, opener, opener.wrapKey, "only") : keyset;
    await keysets.change(account.missing.length === 0 ? settled : await repair(settled, account, opener), tag);
  } catch {
    // Another session was first, or there is no network: nothing that works now stops working.
  }
}
