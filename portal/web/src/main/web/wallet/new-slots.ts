import type { Keysets } from "../api/keysets.ts";
import type { Account } from "../crypto/account.ts";
import { damaged } from "../crypto/failure.ts";
import type { Opener } from "../crypto/keyset.ts";
import { dropUnknown, repair } from "../crypto/slot-changes.ts";
import { changeKeyset } from "./keyset-changes.ts";
import type { NewSlot, NewSlots } from "./types.ts";

/**
 * Ways in that were added under a mask that has ended. They open what was added there, not this wallet: somebody in the room may have
 * made them. The holder says whose they are; until then the key that opened the wallet is kept for the answer.
 */
export class UnknownSlots implements NewSlots {
  readonly #keysets: Keysets;
  readonly #account: Account;
  #opener: Opener | undefined;
  list: readonly NewSlot[];

  constructor(keysets: Keysets, account: Account, opener: Opener) {
    this.#keysets = keysets;
    this.#account = account;
    this.list = account.slots.filter(slot => account.missing.includes(slot.slot)).map(({ slot, kind, created }) => ({ slot, kind, created }));
    this.#opener = this.list.length === 0 ? undefined : opener;
  }

  async settle(mine: boolean): Promise<void> {
    const [keysets, account, opener] = [this.#keysets, this.#account, this.#opener];
    if (opener === undefined) {
      throw damaged();
    }
    await changeKeyset({ keysets, account }, given => (mine ? repair(given, account, opener) : dropUnknown(given, account)));
    this.forget();
  }

  forget(): void {
    this.#opener = undefined;
    this.list = [];
  }
}
