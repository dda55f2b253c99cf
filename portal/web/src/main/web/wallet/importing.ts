import { fail } from "../crypto/failure.ts";
import { readLinked, type ListedPaper } from "./linked.ts";
import type { PaperDetails } from "./types.ts";

/** Bytes of the list an archive may carry. */
const LIST_MOST = 16 * 1024 * 1024;
const LENGTHS = { title: 120, note: 300, original: 300 } as const;

/** Where the files come from; see files/archive.ts. */
export interface Source {
  readonly paths: readonly string[];
  read(path: string, most: number): Promise<Blob | undefined>;
}

/** One paper of an archive: its words and its file; older versions stay in the archive. */
export interface Found {
  readonly path: string;
  readonly details: PaperDetails;
}

/** What an archive lists. Without a list, or with one that is not ours, it is `notAnArchive`. */
export async function papersIn(source: Source): Promise<readonly Found[]> {
  const text = await (await source.read("wallet.jsonld", LIST_MOST))?.text();
  let listed: readonly ListedPaper[];
  try {
    listed = readLinked(text ?? "");
  } catch {
    throw fail("notAnArchive");
  }
  return listed.flatMap(paper => {
    const path = [...paper.versions].sort((a, b) => Number(a.version) - Number(b.version)).at(-1)?.file;
    return path === undefined || !source.paths.includes(path) ? [] : [{ path, details: detailsOf(paper) }];
  });
}

function detailsOf({ title, kind, date, expires, note, original }: ListedPaper): PaperDetails {
  const day = (value: string | undefined): string | undefined => (value !== undefined && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined);
  const cut = (value: string | undefined, most: number): string | undefined => value?.replace(/\p{Cc}+/gu, " ").trim().slice(0, most);
  const words = { date: day(date), expires: day(expires), note: cut(note, LENGTHS.note), original: cut(original, LENGTHS.original) };
  return {
    title: cut(title, LENGTHS.title) || "?", kind,
    ...Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined && value !== "")),
  };
}

