import type { People } from "../api/people.ts";
import { addressCode, addressOf, addressText, type Address } from "../crypto/address.ts";
import type { Account } from "../crypto/account.ts";
import type { Addresses } from "./people.ts";

/** Cards this account may have had: the one printed now is the first. */
const CARDS = 4;

/** The address on the holder's card. It follows from the account alone, so it is the same in every view and needs no list. */
export class HolderAddresses implements Addresses {
  readonly #api: People;
  readonly #account: Account;

  constructor(api: People, account: Account) {
    this.#api = api;
    this.#account = account;
  }

  async card(): Promise<{ readonly code: string; readonly text: string }> {
    const { id, publicKey } = await this.own();
    // Before it is printed: a card whose address nobody finds would be worse than none.
    await this.#api.register(id, publicKey);
    return { text: addressText(publicKey), code: await addressCode(publicKey) };
  }

  own(): Promise<Address> {
    return addressOf(this.#account.pairwise, 1);
  }

  /** The key that opens what was put down at an address of ours; undefined for one that is not. */
  async opening(address: string): Promise<CryptoKey | undefined> {
    for (let number = 1; number <= CARDS; number++) {
      const known = await addressOf(this.#account.pairwise, number);
      if (known.id === address) {
        return known.opening;
      }
    }
    return undefined;
  }
}
