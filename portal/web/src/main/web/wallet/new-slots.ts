import type { Keysets } from "../api/keysets.ts";
import type { Account } from "../crypto/account.ts";
import { damaged } from "../crypto/failure.ts";
import type { Opener } from "../crypto/keyset.ts";
import { dropUnknown, repair } from "../crypto/slot-changes.ts";
import { noteSlots } from "./device-memory.ts";
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
    const held = await this.#keysets.read();
    if (held === undefined || this.#opener === undefined) {
      throw damaged();
    }
    const changed = mine ? await repair(held.keyset, this.#account, this.#opener) : await dropUnknown(held.keyset, this.#account);
    await this.#keysets.change(changed, held.tag);
    await noteSlots(this.#account, changed);
    this.forget();
  }

  forget(): void {
    this.#opener = undefined;
    this.list = [];
  }
}
