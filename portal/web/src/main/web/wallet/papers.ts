import type { Clock } from "../api/clock.ts";
import type { Consent } from "../api/consent.ts";
import { isNamed } from "../api/problem.ts";
import { b64u, fromB64u, random, randomId } from "../crypto/bytes.ts";
import { openPaper, sealPaper } from "../crypto/envelope.ts";
import { damaged, fail } from "../crypto/failure.ts";
import type { PaperEntry } from "../crypto/manifest.ts";
import { stamp } from "../crypto/time.ts";
import type { Manifests } from "./manifests.ts";
import { Queue } from "./queue.ts";
import { Thumbnails, withBlock, withoutEmpty, type NewBlock } from "./thumbnails.ts";
import type { NewPaper, Paper } from "./types.ts";

/** Sealing is this part of the bar, sending the rest. */
const SEALING = 0.25;
/** Objects that no list names are deleted only when older than this: another session may be about to name them. */
const ORPHAN_AGE = 24 * 3_600_000;

export class Papers {
  readonly #api: Consent;
  readonly #clock: Clock;
  readonly #manifests: Manifests;
  readonly #queue = new Queue();
  readonly thumbnails: Thumbnails;

  constructor(api: Consent, clock: Clock, manifests: Manifests) {
    this.#api = api;
    this.#clock = clock;
    this.#manifests = manifests;
    this.thumbnails = new Thumbnails(api);
  }

  entry(id: string): PaperEntry {
    const found = this.#manifests.now.papers.find(paper => paper.id === id);
    if (found === undefined) {
      throw fail("unknownPaper");
    }
    return found;
  }

  list(): readonly Paper[] {
    return this.#manifests.now.papers.map(shown);
  }

  /** Bytes first, then the list: interrupted in between, nothing is listed that is not there. */
  async add(file: Blob, meta: NewPaper, progress: (fraction: number) => void = () => undefined): Promise<Paper> {
    const [id, key] = [randomId(), random(32)];
    try {
      const sealed = await sealPaper(file, key, id, 1, part => progress(part * SEALING));
      await this.#api.putPaper(id, 1, sealed, part => progress(SEALING + part * (1 - SEALING)));
      progress(1);
      const { thumbnail, ...shownMeta } = meta;
      const entry: PaperEntry = { id, version: 1, ...shownMeta, size: file.size, key: b64u(key), hash: sealed.hash, added: stamp(this.#clock.now()) };
      await this.#queue.run(() => this.#enter(entry, thumbnail));
      return shown(this.entry(id));
    } finally {
      key.fill(0);
    }
  }

  async open(id: string): Promise<Blob> {
    const { version, key, hash, size, type } = this.entry(id);
    const dek = fromB64u(key);
    try {
      const response = await this.#api.paper(id, version).catch((error: unknown) => {
        throw isNamed(error, "notFound") ? damaged() : error;
      });
      return await openPaper(response.body ?? new Blob().stream(), dek, { paper: id, version, hash, size }, type);
    } finally {
      dek.fill(0);
    }
  }

  /** The bytes go first, and the loans of them with the bytes: interrupted in between, deleting again completes it. */
  async remove(id: string): Promise<void> {
    this.entry(id);
    await this.#api.deletePaper(id);
    let dropped: readonly string[] = [];
    await this.#queue.run(() => this.#manifests.change(now => {
      const kept = withoutEmpty({ papers: now.papers.filter(paper => paper.id !== id), blocks: now.blocks });
      dropped = now.blocks.filter(block => !kept.blocks.includes(block)).map(block => block.id);
      return { ...now, ...kept };
    }));
    await this.#discard(dropped);
  }

  /** Removes what an interrupted session left behind. */
  async sweep(): Promise<void> {
    const { papers, blocks } = this.#manifests.now;
    const named = new Set([...papers, ...blocks].map(entry => entry.id));
    const stored = await this.#api.papers();
    const old = stored.filter(object => !named.has(object.paper) && Date.parse(object.storedAt) < this.#clock.now() - ORPHAN_AGE);
    await this.#discard(old.map(object => object.paper));
  }

  async #enter(entry: PaperEntry, thumbnail: string | undefined): Promise<void> {
    // A picture that cannot be stored must not cost the paper.
    const block = thumbnail === undefined ? undefined : await this.thumbnails.write(this.#manifests.now, thumbnail).catch(() => undefined);
    try {
      await this.#manifests.change(now => ({ ...now, ...listed(now, entry, block) }));
    } catch (error) {
      // Without an answer the list may have been written: then the bytes must stay, and a later sweep decides.
      if (!isNamed(error, "offline", "unavailable")) {
        await this.#discard([entry.id, ...(block === undefined ? [] : [block.block.id])]);
      }
      throw error;
    }
    if (block?.replaces !== undefined && !this.#manifests.now.blocks.some(kept => kept.id === block.replaces)) {
      await this.#discard([block.replaces]);
    }
  }

  async #discard(ids: readonly string[]): Promise<void> {
    await Promise.all(ids.map(id => this.#api.deletePaper(id).catch(() => undefined)));
  }
}

function listed(now: { papers: readonly PaperEntry[]; blocks: Parameters<typeof withBlock>[0]["blocks"] }, entry: PaperEntry, block: NewBlock | undefined): ReturnType<typeof withBlock> {
  if (block === undefined) {
    return { papers: [...now.papers, entry], blocks: now.blocks };
  }
  const placed = withBlock(now, block);
  return { blocks: placed.blocks, papers: [...placed.papers, { ...entry, thumbnail: { block: block.block.id, index: block.index } }] };
}

/** Leaves the key, the hash and the place of the picture behind. */
function shown({ key: _key, hash: _hash, thumbnail: _thumbnail, ...paper }: PaperEntry): Paper {
  return paper;
}
