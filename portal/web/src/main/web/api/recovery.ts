import { b32, count, id, list, loose, named, one, optional, text, time } from "../crypto/shape.ts";
import { freshKeys, recoveryCode, type FreshKeys } from "../crypto/recovering.ts";
import type { Http } from "./http.ts";
import { isNamed } from "./problem.ts";

export const STAGES = ["started", "oneCard", "waiting", "ready", "opened", "stopped", "expired"] as const;
export type RecoveryStage = (typeof STAGES)[number];

const kit = loose({ kit: id, slot: id, days: count, agencies: list(named), made: time });
export type HeldKit = ReturnType<typeof kit>;

const told = loose({
  recovery: recoveryCode, stage: one(...STAGES), startedAt: time, cards: list(loose({ card: one(1, 2, 3), agency: optional(named), at: time })),
  kit: optional(text), days: optional(count), agencies: optional(list(named)), opensAt: optional(time), openedAt: optional(time), stoppedAt: optional(time),
});
/** How far a recovery is, as the node tells the holder and whoever has the slip. */
export type ToldRecovery = ReturnType<typeof told>;

const given = loose({ account: named, kit: id, share: b32, sealed: list(loose({ card: one(1, 2, 3), jwe: text })) });
export type GivenShare = ReturnType<typeof given>;

export interface NewKit {
  readonly kit: string;
  readonly slot: string;
  readonly share: string;
  readonly days: number;
  readonly agencies: readonly string[];
  readonly cards: readonly string[];
}

/** A card without its share. */
export interface CardShown {
  readonly kit: string;
  readonly card: number;
  readonly proof: string;
}

/** The holder's kit, and what others try with its cards. */
export class Kits {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  async read(): Promise<HeldKit | undefined> {
    try {
      return await this.#http.read(kit, { path: "/kit" });
    } catch (error) {
      if (isNamed(error, "notFound")) {
        return undefined;
      }
      throw error;
    }
  }

  /** Takes the place of the one before. */
  async put(json: NewKit): Promise<void> {
    await this.#http.send({ method: "PUT", path: "/kit", json });
  }

  async drop(): Promise<void> {
    await this.#http.send({ method: "DELETE", path: "/kit" });
  }

  async recoveries(): Promise<readonly ToldRecovery[]> {
    return (await this.#http.read(loose({ items: list(told) }), { path: "/recoveries" })).items;
  }

  async veto(recovery: string): Promise<void> {
    await this.#http.send({ method: "POST", path: `/recoveries/${recovery}/veto` });
  }

  async noted(recovery: string): Promise<void> {
    await this.#http.send({ method: "POST", path: `/recoveries/${recovery}/noted` });
  }
}

/** For a worker at the counter of an organisation that keeps a card. */
export class Counters {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** `notFound` unless the card is this organisation's and the recovery is of its kit. */
  look(recovery: string, json: CardShown): Promise<FreshKeys> {
    return this.#http.read(freshKeys, { method: "POST", path: `/counter/recoveries/${recovery}/look`, json });
  }

  async show(recovery: string, card: CardShown, sealed: string): Promise<void> {
    await this.#http.send({ method: "POST", path: `/counter/recoveries/${recovery}/cards`, json: { ...card, sealed } });
  }
}

/** For somebody without an account to show: what is asked is signed by the slip's key. */
export class Recoveries {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** Answers the same for every name. */
  async start(username: string, keys: FreshKeys): Promise<string> {
    return (await this.#http.read(loose({ recovery: recoveryCode }), { method: "POST", path: "/recoveries", json: { username, ...keys } })).recovery;
  }

  state(recovery: string, jws: string): Promise<ToldRecovery> {
    return this.#http.read(told, { method: "POST", path: `/recoveries/${recovery}/state`, json: { jws } });
  }

  async show(recovery: string, jws: string): Promise<void> {
    await this.#http.send({ method: "POST", path: `/recoveries/${recovery}/cards`, json: { jws } });
  }

  /** `recoveryWaits` before its time, `recoveryOver` after a veto. */
  open(recovery: string, jws: string): Promise<GivenShare> {
    return this.#http.read(given, { method: "POST", path: `/recoveries/${recovery}/opening`, json: { jws } });
  }
}
