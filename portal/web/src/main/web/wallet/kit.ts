import { Kits, type ToldRecovery } from "../api/recovery.ts";
import { b64u, random, randomId } from "../crypto/bytes.ts";
import { grouped } from "../crypto/crockford.ts";
import { fail } from "../crypto/failure.ts";
import { cardCheck, cardCode, cardText, kitMark, makeCards, newKitKey, type CardNumber, type KitCard } from "../crypto/kit.ts";
import type { KitNote } from "../crypto/manifest.ts";
import { kitSecret } from "../crypto/slots.ts";
import { stamp } from "../crypto/time.ts";
import { dropKitSlots, placeKitSlot } from "./kit-slots.ts";
import { byPassphrase } from "./proof.ts";
import type { Parts } from "./session.ts";
import type { Config } from "./types.ts";

/** Days between the second card and the opening. */
export const WAITS = [0, 1, 7, 14, 30] as const;
export type Wait = (typeof WAITS)[number];

/** Who keeps a card beside the holder. */
export interface Keeper {
  readonly agency: string;
  readonly name: string;
}

export interface KitView {
  /** Eight letters, on every card of the kit. */
  readonly mark: string;
  readonly wait: number;
  readonly made: string;
  readonly keepers: readonly Keeper[];
}

/** A card to print; it cannot be made again. */
export interface PrintedCard {
  readonly card: CardNumber;
  readonly mark: string;
  readonly keeper?: Keeper;
  /** For the QR. */
  readonly code: string;
  /** In groups of four. */
  readonly typed: string;
}

export interface RecoveryCardShown {
  readonly keeper?: Keeper;
  readonly at: string;
}

/** A try to reopen this wallet, as the holder is told of it. */
export interface Reopening extends Pick<ToldRecovery, "recovery" | "stage" | "startedAt" | "opensAt" | "openedAt" | "stoppedAt"> {
  readonly cards: readonly RecoveryCardShown[];
}

/** The holder's side of the kit. The kit's key exists only while `make` runs. */
export class HolderKit {
  readonly #config: Config;
  readonly #parts: Parts;
  readonly #kits: Kits;

  constructor(config: Config, parts: Parts) {
    this.#config = config;
    this.#parts = parts;
    this.#kits = new Kits(parts.http);
  }

  async now(): Promise<KitView | undefined> {
    const [held, kept] = await Promise.all([this.#kits.read(), this.#parts.keysets.uses()]);
    // A slot that became the passphrase's, or went, was used up: its cards open nothing any more.
    if (held !== undefined && !kept.some(slot => slot.slot === held.slot && slot.kind === "kit")) {
      await this.#kits.drop();
      return undefined;
    }
    return held === undefined ? undefined : { mark: grouped(kitMark(held.kit)), wait: held.days, made: held.made, keepers: this.#keepers(held.agencies) };
  }

  /** Asks for the passphrase again, because only with a slot's secret something can be sealed to a new one. */
  async make(keepers: readonly [Keeper, Keeper], wait: Wait, passphrase: string): Promise<readonly PrintedCard[]> {
    if (keepers[0].agency === keepers[1].agency) {
      throw fail("sameOrganisation");
    }
    const { me, clock } = this.#parts;
    const { opener } = await byPassphrase(this.#config, this.#parts, passphrase);
    const [kit, slot, share, key] = [randomId(), randomId(), random(32), newKitKey()];
    try {
      const cards = await makeCards(kit, key);
      const made = stamp(clock.now());
      await placeKitSlot(this.#parts, opener, slot, await kitSecret(key, share, me.account), made);
      const checks = await Promise.all(cards.map(cardCheck));
      await this.#kits.put({ kit, slot, share: b64u(share), days: wait, agencies: keepers.map(one => one.agency), cards: checks });
      await this.#note({ kit, slot, wait, made, organisations: keepers.map(({ agency, name }) => ({ agency, name })) });
      return await Promise.all(cards.map(card => printed(card, keepers[card.card - 2])));
    } finally {
      key.fill(0);
      share.fill(0);
    }
  }

  /** From here on the three cards open nothing. */
  async revoke(): Promise<void> {
    await this.#kits.drop();
    await dropKitSlots(this.#parts);
    await this.#note(undefined);
  }

  async reopenings(): Promise<readonly Reopening[]> {
    return (await this.#kits.recoveries()).map(({ recovery, stage, startedAt, opensAt, openedAt, stoppedAt, cards }) => ({
      recovery, stage, startedAt,
      ...(opensAt === undefined ? {} : { opensAt }), ...(openedAt === undefined ? {} : { openedAt }), ...(stoppedAt === undefined ? {} : { stoppedAt }),
      cards: cards.map(({ agency, at }) => (agency === undefined ? { at } : { at, keeper: this.#keeper(agency) })),
    }));
  }

  stop(recovery: string): Promise<void> {
    return this.#kits.veto(recovery);
  }

  noted(recovery: string): Promise<void> {
    return this.#kits.noted(recovery);
  }

  #keepers(agencies: readonly string[]): readonly Keeper[] {
    return agencies.map(agency => this.#keeper(agency));
  }

  #keeper(agency: string): Keeper {
    const known = this.#parts.manifests.now.kit?.organisations.find(one => one.agency === agency);
    return { agency, name: known?.name ?? agency };
  }

  async #note(kit: KitNote | undefined): Promise<void> {
    await this.#parts.manifests.change(({ kit: _old, ...now }) => (kit === undefined ? now : { ...now, kit }));
  }
}

async function printed(card: KitCard, keeper: Keeper | undefined): Promise<PrintedCard> {
  const face = { card: card.card, mark: grouped(kitMark(card.kit)), code: await cardCode(card), typed: grouped(await cardText(card)) };
  card.share.fill(0);
  return keeper === undefined ? face : { ...face, keeper };
}
