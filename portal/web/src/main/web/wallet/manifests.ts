import type { Consent, HeldManifest } from "../api/consent.ts";
import { isNamed } from "../api/problem.ts";
import type { Account } from "../crypto/account.ts";
import { damaged, fail } from "../crypto/failure.ts";
import { EMPTY, openManifest, sealManifest, type Manifest, type ManifestContent, type ManifestFile } from "../crypto/manifest.ts";
import type { DeviceMemory } from "./device-memory.ts";
import { Queue } from "./queue.ts";

const ATTEMPTS = 6;

/** Undefined: there is nothing to change. Called again on the newer manifest when another session was first, so it must not have effects. */
export type Edit = (now: Manifest) => ManifestContent | undefined;

/** The newest manifest this session knows, and its changes: read, modify, write, and merged again when another session was first. */
export class Manifests {
  readonly #api: Consent;
  readonly #account: Account;
  readonly #memory: DeviceMemory;
  readonly #queue = new Queue();
  #file: ManifestFile | undefined;
  /** What the server calls the file this session has seen last. */
  #tag: string | undefined;

  constructor(api: Consent, account: Account, memory: DeviceMemory) {
    this.#api = api;
    this.#account = account;
    this.#memory = memory;
  }

  get now(): Manifest {
    if (this.#file === undefined) {
      throw fail("sessionEnded");
    }
    return this.#file.manifest;
  }

  /** Reads what the server holds; never back to something older than this session has seen. */
  load(): Promise<void> {
    return this.#queue.run(() => this.#read());
  }

  /** Begins with what the server holds, unless this device has seen something newer; makes the first, empty manifest when there was none. */
  start(held: HeldManifest | undefined): Promise<void> {
    return this.#queue.run(async () => {
      const seen = await this.#memory.newest();
      if (held === undefined && seen !== undefined) {
        throw damaged();
      }
      this.#file = held === undefined ? undefined : await openManifest(this.#account, held.jwe, seen);
      this.#tag = held?.tag;
      if (this.#file === undefined) {
        await this.#write(() => EMPTY);
      } else {
        await this.#memory.note(this.#file);
      }
    });
  }

  change(edit: Edit): Promise<void> {
    return this.#queue.run(() => this.#write(edit));
  }

  forget(): void {
    this.#file = undefined;
  }

  async #write(edit: Edit): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const content = this.#file === undefined ? EMPTY : edit(this.#file.manifest);
      if (content === undefined) {
        return;
      }
      const next = await sealManifest(this.#account, this.#file, content);
      try {
        this.#tag = await this.#api.putManifest(next.manifest.version, next.jwe, this.#tag);
        this.#file = next;
        await this.#memory.note(next);
        return;
      } catch (error) {
        if (!isNamed(error, "preconditionFailed", "conflict")) {
          throw error;
        }
        await this.#read();
        if (this.#file?.hash === next.hash) {
          return;
        }
      }
    }
    throw fail("tooMany");
  }

  async #read(): Promise<void> {
    const held = await this.#api.manifest();
    if (held === undefined) {
      throw damaged();
    }
    this.#file = await openManifest(this.#account, held.jwe, this.#file);
    this.#tag = held.tag;
  }
}
