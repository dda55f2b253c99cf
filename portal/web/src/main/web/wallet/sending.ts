import type { Consent } from "../api/consent.ts";
import { isNamed } from "../api/problem.ts";
import { b64u, random, type Bytes } from "../crypto/bytes.ts";
import { sealPaper, type Sealed } from "../crypto/envelope.ts";
import type { Paper, Sending } from "./types.ts";

/** Sealing is this part of the bar, sending the rest. */
const SEALING = 0.25;
/** Version numbers that an interrupted replacement may have used up. */
const ATTEMPTS = 5;

/** What is stored, ready for the list. */
export interface Stored {
  readonly id: string;
  readonly version: number;
  readonly key: string;
  readonly hash: string;
  readonly size: number;
}

export interface Plan {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** Writes the list. Called again after a failure; what is listed already stays as it is. */
  readonly list: (stored: Stored) => Promise<Paper>;
  /** Takes back what was stored and never listed. */
  readonly discard: () => Promise<void>;
}

/** One file on its way: sealed, sent, listed, in this order. After a failure it goes on with the step that failed. */
export class PaperSending implements Sending {
  readonly #api: Consent;
  readonly #file: Blob;
  readonly #plan: Plan;
  #version: number;
  #key: Bytes | undefined;
  #sealed: Sealed | undefined;
  #stored = false;

  constructor(api: Consent, file: Blob, plan: Plan) {
    this.#api = api;
    this.#file = file;
    this.#plan = plan;
    this.#version = plan.version;
  }

  get id(): string {
    return this.#plan.id;
  }

  get title(): string {
    return this.#plan.title;
  }

  async send(progress: (fraction: number) => void = () => undefined): Promise<Paper> {
    const { id } = this.#plan;
    for (let attempt = 1; !this.#stored; attempt++) {
      const { key, sealed } = await this.#seal(progress);
      try {
        await this.#api.putPaper(id, this.#version, sealed, part => progress(SEALING + part * (1 - SEALING)));
        this.#stored = true;
        this.#key = key;
      } catch (error) {
        // The number belongs to a replacement that was interrupted before it was listed: the next one is free.
        if (!isNamed(error, "versionExists") || attempt === ATTEMPTS) {
          throw error;
        }
        this.#forget();
        this.#version++;
      }
    }
    progress(1);
    return this.#list();
  }

  /** What is listed stays; what is not is taken back. */
  async drop(): Promise<void> {
    const stored = this.#stored;
    this.#forget();
    await (stored ? this.#plan.discard() : undefined);
  }

  async #seal(progress: (fraction: number) => void): Promise<{ key: Bytes; sealed: Sealed }> {
    const key = this.#key ??= random(32);
    const sealed = this.#sealed ??= await sealPaper(this.#file, key, this.#plan.id, this.#version, part => progress(part * SEALING));
    return { key, sealed };
  }

  async #list(): Promise<Paper> {
    const { id, list, discard } = this.#plan;
    const [key, sealed] = [this.#key, this.#sealed];
    if (key === undefined || sealed === undefined) {
      throw new Error("nothing was sent");
    }
    try {
      const paper = await list({ id, version: this.#version, key: b64u(key), hash: sealed.hash, size: this.#file.size });
      this.#forget();
      return paper;
    } catch (error) {
      // Without an answer the list may have been written: then the bytes must stay, and trying again or a later sweep decides.
      if (!isNamed(error, "offline", "unavailable")) {
        this.#stored = false;
        await discard();
      }
      throw error;
    }
  }

  #forget(): void {
    this.#key?.fill(0);
    this.#key = undefined;
    this.#sealed = undefined;
    this.#stored = false;
  }
}
