import type { Consent } from "../api/consent.ts";
import { b64u, fromB64u, random, randomId } from "../crypto/bytes.ts";
import { openObject, sealPaper } from "../crypto/envelope.ts";
import type { BlockEntry, Manifest, PaperEntry } from "../crypto/manifest.ts";
import { list, object, text } from "../crypto/shape.ts";

/** A thousand papers are sixteen requests, not a thousand. */
export const PER_BLOCK = 64;
const content = object({ thumbnails: list(text) });

/** A block written for one more thumbnail: fresh id, fresh key. */
export interface NewBlock {
  readonly block: BlockEntry;
  readonly replaces: string | undefined;
  readonly index: number;
}

export class Thumbnails {
  readonly #api: Consent;
  readonly #blocks = new Map<string, readonly string[]>();

  constructor(api: Consent) {
    this.#api = api;
  }

  of(paper: PaperEntry): string | undefined {
    const found = paper.thumbnail && this.#blocks.get(paper.thumbnail.block)?.[paper.thumbnail.index];
    return found === "" ? undefined : found;
  }

  /** A block that does not open costs its pictures only, never the list of papers. */
  async load(now: Manifest): Promise<void> {
    await Promise.all(now.blocks.filter(block => !this.#blocks.has(block.id)).map(block => this.#open(block).catch(() => undefined)));
  }

  /** Uploads the last block again with one more, or a new block when it is full. What no paper shows any more is left out. */
  async write(now: Manifest, thumbnail: string): Promise<NewBlock> {
    const last = now.blocks.at(-1);
    const kept = last === undefined ? [] : await this.#open(last).catch(() => undefined);
    const extend = last !== undefined && kept !== undefined && kept.length < PER_BLOCK;
    const shown = new Set(now.papers.flatMap(paper => (paper.thumbnail?.block === last?.id && paper.thumbnail ? [paper.thumbnail.index] : [])));
    const thumbnails = [...(extend ? kept.map((old, i) => (shown.has(i) ? old : "")) : []), thumbnail];
    const [id, key] = [randomId(), random(32)];
    try {
      const sealed = await sealPaper(new Blob([JSON.stringify({ thumbnails })]), key, id, 1);
      await this.#api.putPaper(id, 1, sealed);
      this.#blocks.set(id, thumbnails);
      return { block: { id, version: 1, key: b64u(key), hash: sealed.hash }, replaces: extend ? last.id : undefined, index: thumbnails.length - 1 };
    } finally {
      key.fill(0);
    }
  }

  forget(): void {
    this.#blocks.clear();
  }

  async #open({ id, version, key, hash }: BlockEntry): Promise<readonly string[]> {
    const known = this.#blocks.get(id);
    if (known !== undefined) {
      return known;
    }
    const dek = fromB64u(key);
    try {
      const sealed = await (await this.#api.paper(id, version)).blob();
      const opened = await openObject(sealed, dek, { paper: id, version, hash }, "application/json");
      const { thumbnails } = content(JSON.parse(await opened.text()));
      this.#blocks.set(id, thumbnails);
      return thumbnails;
    } finally {
      dek.fill(0);
    }
  }
}

/** The lists of a manifest with a new block in place; another session may have replaced the old one meanwhile, then both stay. */
export function withBlock({ papers, blocks }: Pick<Manifest, "papers" | "blocks">, { block, replaces }: NewBlock): Pick<Manifest, "papers" | "blocks"> {
  if (!blocks.some(old => old.id === replaces)) {
    return { papers, blocks: [...blocks, block] };
  }
  return {
    blocks: blocks.map(old => (old.id === replaces ? block : old)),
    papers: papers.map(paper => (paper.thumbnail?.block === replaces && paper.thumbnail
      ? { ...paper, thumbnail: { block: block.id, index: paper.thumbnail.index } }
      : paper)),
  };
}

/** Blocks that no paper shows any more are dropped from the list; their bytes are deleted by the caller. */
export function withoutEmpty({ papers, blocks }: Pick<Manifest, "papers" | "blocks">): Pick<Manifest, "papers" | "blocks"> {
  const used = new Set(papers.map(paper => paper.thumbnail?.block));
  return { papers, blocks: blocks.filter(block => used.has(block.id)) };
}
