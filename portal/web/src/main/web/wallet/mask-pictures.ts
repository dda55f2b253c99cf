import type { Consent } from "../api/consent.ts";
import { b64u, random, randomId } from "../crypto/bytes.ts";
import { sealPaper } from "../crypto/envelope.ts";
import type { BlockEntry, Manifest, PaperEntry } from "../crypto/manifest.ts";
import { PER_BLOCK, type Thumbnails } from "./thumbnails.ts";

/** The chosen papers with their pictures in blocks of their own: the old ones hold the pictures of papers that are not to exist. */
export async function chosenPictures(api: Consent, thumbnails: Thumbnails, now: Manifest, chosen: readonly PaperEntry[]): Promise<Pick<Manifest, "papers" | "blocks">> {
  await thumbnails.load(now);
  const pictured = chosen.filter(paper => thumbnails.of(paper) !== undefined);
  const blocks: BlockEntry[] = [];
  for (let at = 0; at < pictured.length; at += PER_BLOCK) {
    blocks.push(await store(api, pictured.slice(at, at + PER_BLOCK).map(paper => thumbnails.of(paper) ?? "")));
  }
  return { blocks, papers: chosen.map(({ thumbnail: _thumbnail, ...paper }) => {
    const at = pictured.findIndex(one => one.id === paper.id);
    const block = blocks[Math.floor(at / PER_BLOCK)];
    return block === undefined ? paper : { ...paper, thumbnail: { block: block.id, index: at % PER_BLOCK } };
  }) };
}

async function store(api: Consent, thumbnails: readonly string[]): Promise<BlockEntry> {
  const [id, key] = [randomId(), random(32)];
  try {
    const sealed = await sealPaper(new Blob([JSON.stringify({ thumbnails })]), key, id, 1);
    await api.putPaper(id, 1, sealed);
    return { id, version: 1, key: b64u(key), hash: sealed.hash };
  } finally {
    key.fill(0);
  }
}
