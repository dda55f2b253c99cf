import type { Http } from "../api/http.ts";
import { isNamed } from "../api/problem.ts";
import { Counters, type CardShown } from "../api/recovery.ts";
import { fail } from "../crypto/failure.ts";
import { cardProof, readCardText, type KitCard } from "../crypto/kit.ts";
import { codeBytes, readCode, sealShare } from "../crypto/recovering.ts";

/** A worker's side of a recovery: the card's share goes sealed to the person, and nothing is put together here. */
export class RecoveryCounter {
  readonly #counters: Counters;

  constructor(http: Http) {
    this.#counters = new Counters(http);
  }

  /** A code as it was typed, and the bytes that both screens make the same words of; `mistyped` when it does not check. */
  async code(typed: string): Promise<{ readonly code: string; readonly words: string }> {
    const code = await readCode(typed);
    return { code, words: codeBytes(code) };
  }

  /** `holdersCard` for the card that the holder keeps: it is shown on the holder's own page. */
  async card(typed: string): Promise<KitCard> {
    const card = await readCardText(typed);
    if (card.card === 1) {
      throw fail("holdersCard");
    }
    return card;
  }

  /** The keys must be those the code is the name of, or nothing is sealed (T14). */
  async show(code: string, card: KitCard): Promise<void> {
    const shown: CardShown = { kit: card.kit, card: card.card, proof: await cardProof(card) };
    const keys = await this.#counters.look(code, shown).catch((error: unknown) => {
      throw isNamed(error, "notFound") ? fail("cardRefused") : error;
    });
    await this.#counters.show(code, shown, await sealShare(code, keys, card));
  }
}
