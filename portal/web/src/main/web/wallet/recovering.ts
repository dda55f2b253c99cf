import { Clock } from "../api/clock.ts";
import { Http } from "../api/http.ts";
import { Recoveries, type ToldRecovery } from "../api/recovery.ts";
import { fromB64u } from "../crypto/bytes.ts";
import { grouped } from "../crypto/crockford.ts";
import { normalUsername } from "../crypto/derive.ts";
import { damaged, fail } from "../crypto/failure.ts";
import { cardProof, isKeyOf, kitKeyOf, readCardText, type KitCard } from "../crypto/kit.ts";
import { codeBytes, newSlip, openShare, prove, recoveringFrom, sealShare, type Recovering } from "../crypto/recovering.ts";
import { kitSecret } from "../crypto/slots.ts";
import { stamp } from "../crypto/time.ts";
import { recoverWith } from "./passphrase.ts";
import type { Config, Session } from "./types.ts";

/** Somebody on the way back to their wallet, on any computer. Nothing is kept on it: the slip is enough to go on another day. */
export class Reopen {
  readonly #config: Config;
  readonly #clock: Clock;
  readonly #recoveries: Recoveries;
  readonly #me: Recovering;
  readonly username: string;
  /** 24 letters in groups: for the organisation's counter. */
  readonly code: string;
  /** Both screens make the same words of it. */
  readonly words: string;
  #told: ToldRecovery;
  /** What the holder's own card says of its kit, when it was shown here. */
  #own: Pick<KitCard, "kit" | "commitment"> | undefined;

  private constructor(config: Config, clock: Clock, recoveries: Recoveries, username: string, me: Recovering, told: ToldRecovery) {
    this.#config = config;
    this.#clock = clock;
    this.#recoveries = recoveries;
    this.#me = me;
    this.#told = told;
    this.username = username;
    this.code = grouped(me.code);
    this.words = codeBytes(me.code);
  }

  static async slip(): Promise<string> {
    return grouped(await newSlip());
  }

  /** Begins, or goes on with what was begun with this slip. What the node answers tells nobody whether the name exists. */
  static async from(config: Config, username: string, slip: string): Promise<Reopen> {
    const [clock, name, me] = [new Clock(), normalUsername(username.trim()), await recoveringFrom(slip)];
    const recoveries = new Recoveries(new Http(config.origin, clock, undefined, config.language));
    if (await recoveries.start(name, me.keys) !== me.code) {
      throw damaged();
    }
    return new Reopen(config, clock, recoveries, name, me, await recoveries.state(me.code, await prove(me, {}, stamp(clock.now()))));
  }

  /** As it was told last. */
  get told(): ToldRecovery {
    return this.#told;
  }

  async look(): Promise<ToldRecovery> {
    this.#told = await this.#recoveries.state(this.#me.code, await this.#prove({}));
    return this.#told;
  }

  /** The holder's own card. `keepersCard` for one that belongs to an organisation's counter. */
  async show(typed: string): Promise<void> {
    const card = await readCardText(typed);
    if (card.card !== 1) {
      throw fail("keepersCard");
    }
    const sealed = await sealShare(this.#me.code, this.#me.keys, card);
    const shown = { card: card.card, kit: card.kit, proof: await cardProof(card), sealed };
    await this.#recoveries.show(this.#me.code, await this.#prove(shown));
    this.#own = { kit: card.kit, commitment: card.commitment };
    await this.look();
  }

  /** After the wait: two shares, the node's, and a new passphrase. `cardsDisagree` when no two cards belong together. */
  async finish(passphrase: string): Promise<Session> {
    const given = await this.#recoveries.open(this.#me.code, await this.#prove({}));
    const cards = await Promise.all(given.sealed.map(({ jwe }) => openShare(this.#me, jwe).catch(() => undefined)));
    const found = await kitKeyOf(cards.filter((card): card is KitCard => card !== undefined));
    const { kit, key } = found;
    try {
      if (kit !== given.kit || (this.#own !== undefined && !isKeyOf(this.#own, found))) {
        throw fail("cardsDisagree");
      }
      const secret = await kitSecret(key, fromB64u(given.share), given.account);
      return await recoverWith(this.#config, this.username, secret, passphrase);
    } finally {
      key.fill(0);
    }
  }

  #prove(what: object): Promise<string> {
    return prove(this.#me, what, stamp(this.#clock.now()));
  }
}
