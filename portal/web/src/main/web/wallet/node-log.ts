import type { Consent } from "../api/consent.ts";
import { fromB64u, fromBase64 } from "../crypto/bytes.ts";
import { readCheckpoint, readNoteKey, type Checkpoint, type NoteKey } from "../crypto/checkpoint.ts";
import { damaged, orDamaged } from "../crypto/failure.ts";
import { consistent, included, personalLeaf, publicLeaf } from "../crypto/merkle.ts";

/** The node's log as anybody can check it: signed states, each of which must grow out of the one before. */
export class NodeLog {
  readonly #api: Consent;
  #key: Promise<NoteKey> | undefined;
  #last: Checkpoint | undefined;
  #reading: Promise<Checkpoint> | undefined;

  constructor(api: Consent) {
    this.#api = api;
  }

  get last(): Checkpoint | undefined {
    return this.#last;
  }

  /** `remembered` is the text of a state seen before this session, if there is one. Those who ask at the same time share one reading. */
  newest(remembered: string | null): Promise<Checkpoint> {
    this.#reading ??= this.#newest(remembered).finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async read(text: string): Promise<Checkpoint> {
    this.#key ??= this.#api.logKey().then(readNoteKey);
    const key = await this.#key.catch((error: unknown) => {
      this.#key = undefined;
      throw error;
    });
    return readCheckpoint(text, key);
  }

  /** Throws `damaged` unless the newer state contains all of the older one, unchanged. */
  async grown(older: Checkpoint, newer: Checkpoint): Promise<void> {
    if (older.origin !== newer.origin || older.size > newer.size) {
      throw damaged();
    }
    if (older.size === 0) {
      return;
    }
    const proof = older.size === newer.size ? [] : await this.#api.consistency(older.size, newer.size);
    const hashes = await orDamaged(async () => proof.map(fromBase64));
    if (!await consistent(older.size, newer.size, hashes, older.root, newer.root)) {
      throw damaged();
    }
  }

  /** Throws `damaged` unless the salted event is the leaf at this place of this state. */
  async contains(state: Checkpoint, index: number, salt: string, text: string): Promise<void> {
    await this.#holds(state, index, await orDamaged(() => personalLeaf(fromB64u(salt), text)));
  }

  /** Throws `damaged` unless this text, for everybody to read, is the leaf at this place of this state. */
  async tells(state: Checkpoint, index: number, text: string): Promise<void> {
    await this.#holds(state, index, await publicLeaf(text));
  }

  async #holds(state: Checkpoint, index: number, leaf: Uint8Array): Promise<void> {
    const proof = await this.#api.inclusion(index, state.size);
    if (!await orDamaged(() => included(leaf, index, state.size, proof.map(fromBase64), state.root))) {
      throw damaged();
    }
  }

  async #newest(remembered: string | null): Promise<Checkpoint> {
    const now = await this.read(await this.#api.checkpoint());
    const before = this.#last ?? (remembered === null ? undefined : await this.read(remembered));
    if (before !== undefined) {
      await this.grown(before, now);
    }
    this.#last = now;
    return now;
  }
}
