import type { Clock } from "../api/clock.ts";
import type { Consent } from "../api/consent.ts";
import { isNamed } from "../api/problem.ts";
import { fromB64u, randomId } from "../crypto/bytes.ts";
import { openPaper } from "../crypto/envelope.ts";
import { damaged, fail } from "../crypto/failure.ts";
import type { Manifest, PaperEntry } from "../crypto/manifest.ts";
import { stamp } from "../crypto/time.ts";
import { described, newer, shown } from "./entries.ts";
import type { Manifests } from "./manifests.ts";
import { Queue } from "./queue.ts";
import { PaperSending } from "./sending.ts";
import { Thumbnails, withBlock, withoutEmpty, type NewBlock } from "./thumbnails.ts";
import type { NewPaper, NewVersion, Paper, PaperDetails, Sending, Unfinished } from "./types.ts";

/** Objects that no list names are deleted only when older than this: another session may be about to name them. */
const ORPHAN_AGE = 24 * 3_600_000;
/** What another tab of the same person may still be sending is not called unfinished. */
const SENDING_AGE = 10 * 60_000;

export class Papers {
  readonly #api: Consent;
  readonly #clock: Clock;
  readonly #manifests: Manifests;
  readonly #queue = new Queue();
  readonly #mine = new Set<string>();
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
  prepare(file: Blob, { thumbnail, ...meta }: NewPaper): Sending {
    const id = randomId();
    return new PaperSending(this.#api, file, {
      id, version: 1, title: meta.title,
      list: stored => this.#enter({ ...stored, ...meta, added: stamp(this.#clock.now()) }, thumbnail),
      discard: () => this.#discard([id]),
    });
  }

  /** A newer version under a key of its own; the one before stays, and what was lent stays what it was. */
  prepareVersion(id: string, file: Blob, { type, thumbnail }: NewVersion): Sending {
    const { version, title } = this.entry(id);
    return new PaperSending(this.#api, file, {
      id, version: version + 1, title,
      list: stored => this.#enter(newer(this.entry(id), { ...stored, type, added: stamp(this.#clock.now()) }), thumbnail),
      // Its bytes go with the paper: deleting now would delete the versions that are listed.
      discard: async () => undefined,
    });
  }

  add(file: Blob, meta: NewPaper, progress?: (fraction: number) => void): Promise<Paper> {
    return this.prepare(file, meta).send(progress);
  }

  /** Writes down which files are on their way, so that whoever comes back after the browser died is told which to add again. */
  async announce(sendings: readonly Sending[]): Promise<void> {
    const at = stamp(this.#clock.now());
    sendings.forEach(sending => this.#mine.add(sending.id));
    await this.#queue.run(() => this.#manifests.change(now => ({
      ...now, unfinished: [...now.unfinished, ...sendings.map(({ id, title }) => ({ id, title, at }))],
    })));
  }

  /** What an earlier session began to send and did not finish. */
  unfinished(): readonly Unfinished[] {
    const before = this.#clock.now() - SENDING_AGE;
    return this.#manifests.now.unfinished.filter(entry => !this.#mine.has(entry.id) && Date.parse(entry.at) < before).map(({ id, title }) => ({ id, title }));
  }

  async forgetUnfinished(ids: readonly string[]): Promise<void> {
    await this.#queue.run(() => this.#manifests.change(now => {
      const left = now.unfinished.filter(entry => !ids.includes(entry.id));
      return left.length === now.unfinished.length ? undefined : { ...now, unfinished: left };
    }));
  }

  /** Lists a paper whose bytes the server has taken over already: a deposit, or what a helper added. Listing it twice is listing it once. */
  adopt(entry: PaperEntry, thumbnail?: string): Promise<Paper> {
    return this.#enter(entry, thumbnail);
  }

  async describe(id: string, details: PaperDetails): Promise<Paper> {
    this.entry(id);
    await this.#change(now => ({ ...now, papers: now.papers.map(paper => (paper.id === id ? described(paper, details) : paper)) }));
    return shown(this.entry(id));
  }

  favourites(): readonly string[] {
    return this.#manifests.now.favourites;
  }

  async star(id: string, on: boolean): Promise<void> {
    this.entry(id);
    await this.#change(now => (now.favourites.includes(id) === on ? undefined
      : { ...now, favourites: on ? [...now.favourites, id] : now.favourites.filter(other => other !== id) }));
  }

  /** The newest version, or an earlier one. */
  async open(id: string, wanted?: number): Promise<Blob> {
    const entry = this.entry(id);
    const found = wanted === undefined || wanted === entry.version ? entry : entry.earlier?.find(one => one.version === wanted);
    if (found === undefined) {
      throw fail("unknownPaper");
    }
    const { version, key, hash, size, type } = found;
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
      return { ...now, ...kept, favourites: now.favourites.filter(other => other !== id) };
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

  #enter(entry: PaperEntry, thumbnail: string | undefined): Promise<Paper> {
    return this.#queue.run(async () => {
      await this.#list(entry, thumbnail);
      return shown(this.entry(entry.id));
    });
  }

  async #list(entry: PaperEntry, thumbnail: string | undefined): Promise<void> {
    // A picture that cannot be stored must not cost the paper.
    const block = thumbnail === undefined || isListed(this.#manifests.now, entry) ? undefined
      : await this.thumbnails.write(this.#manifests.now, thumbnail).catch(() => undefined);
    try {
      await this.#manifests.change(now => (isListed(now, entry) ? undefined
        : { ...now, ...listed(now, entry, block), unfinished: now.unfinished.filter(one => one.id !== entry.id) }));
    } catch (error) {
      if (block !== undefined && !isNamed(error, "offline", "unavailable")) {
        await this.#discard([block.block.id]);
      }
      throw error;
    }
    if (block?.replaces !== undefined && !this.#manifests.now.blocks.some(kept => kept.id === block.replaces)) {
      await this.#discard([block.replaces]);
    }
  }

  async #change(edit: Parameters<Manifests["change"]>[0]): Promise<void> {
    await this.#queue.run(() => this.#manifests.change(edit));
  }

  async #discard(ids: readonly string[]): Promise<void> {
    await Promise.all(ids.map(id => this.#api.deletePaper(id).catch(() => undefined)));
  }
}

/** This version, or a newer one. */
function isListed({ papers }: Manifest, { id, version }: PaperEntry): boolean {
  return papers.some(paper => paper.id === id && paper.version >= version);
}

function listed(now: Pick<Manifest, "papers" | "blocks">, entry: PaperEntry, block: NewBlock | undefined): Pick<Manifest, "papers" | "blocks"> {
  if (block === undefined) {
    return { papers: entered(now.papers, entry), blocks: now.blocks };
  }
  const placed = withBlock(now, block);
  return { blocks: placed.blocks, papers: entered(placed.papers, { ...entry, thumbnail: { block: block.block.id, index: block.index } }) };
}

/** At the end, or in the place of the version before. */
function entered(papers: readonly PaperEntry[], entry: PaperEntry): readonly PaperEntry[] {
  return papers.some(paper => paper.id === entry.id) ? papers.map(paper => (paper.id === entry.id ? entry : paper)) : [...papers, entry];
}
