import type { PaperEntry } from "../crypto/manifest.ts";
import type { Paper, PaperDetails } from "./types.ts";

/** Leaves the keys, the hashes and the place of the picture behind. */
export function shown({ key: _key, hash: _hash, thumbnail: _thumbnail, earlier, ...paper }: PaperEntry): Paper {
  return earlier === undefined || earlier.length === 0 ? paper
    : { ...paper, earlier: earlier.map(({ version, size, type, added }) => ({ version, size, type, added })) };
}

/** The entry of a paper with a version on top; the one before moves to the earlier ones, its key with it. */
export function newer(entry: PaperEntry, next: Pick<PaperEntry, "version" | "key" | "hash" | "size" | "type" | "added">): PaperEntry {
  const { version, key, hash, size, type, added, earlier = [], thumbnail: _old, ...rest } = entry;
  return { ...rest, ...next, earlier: [...earlier, { version, key, hash, size, type, added }] };
}

/** The same paper with other words about it; what is left empty is left out. */
export function described({ date: _d, expires: _e, note: _n, original: _o, ...paper }: PaperEntry, details: PaperDetails): PaperEntry {
  const { title, kind, date, expires, note, original } = details;
  return {
    ...paper, title, kind, ...(date ? { date } : {}), ...(expires ? { expires } : {}), ...(note ? { note } : {}), ...(original ? { original } : {}),
  };
}
