import type { Manifest, ManifestContent, PaperEntry } from "../crypto/manifest.ts";
import { withoutEmpty } from "./thumbnails.ts";

/**
 * What a wallet holds once a mask over it has ended. Undefined when the mask is not one that was set from here, or is in already:
 * doing it again changes nothing, and a server that serves an old mask again brings nothing back (T8).
 */
export function merged(now: Manifest, mask: Manifest): ManifestContent | undefined {
  const note = now.masks.find(known => known.view === mask.view);
  if (note === undefined) {
    return undefined;
  }
  const there = new Map(mask.papers.map(paper => [paper.id, paper]));
  const before = new Set([...now.papers.map(paper => paper.id), ...note.papers]);
  const kept = now.papers.filter(paper => there.has(paper.id) || !note.papers.includes(paper.id));
  const papers = [...kept.map(paper => newer(paper, there.get(paper.id))), ...mask.papers.filter(paper => !before.has(paper.id))];
  const { kit: _kit, ...rest } = now;
  return {
    ...rest, ...withoutEmpty({ papers, blocks: [...now.blocks, ...added(now.blocks, mask.blocks, "id")] }),
    checkpoint: larger(now.checkpoint, mask.checkpoint),
    loans: [...now.loans, ...added(now.loans, mask.loans, "id")],
    // A root pinned before the mask counts: under the mask it may have been met as if for the first time.
    agencies: [...now.agencies, ...added(now.agencies, mask.agencies, "agency")],
    favourites: [...new Set([...now.favourites, ...mask.favourites])].filter(id => papers.some(paper => paper.id === id)),
    mandates: [...now.mandates, ...added(now.mandates, mask.mandates, "id")],
    masks: [...now.masks.filter(known => known !== note), ...mask.masks],
    // Every view shows the kit, so the one changed last is the mask's.
    ...(mask.kit === undefined ? {} : { kit: mask.kit }),
  };
}

/** The mask's picture lies in a block of its own: only a new version brings it along. */
function newer(paper: PaperEntry, masked: PaperEntry | undefined): PaperEntry {
  if (masked === undefined || masked.version > paper.version) {
    return masked ?? paper;
  }
  const { thumbnail: _thumbnail, ...changed } = masked;
  return paper.thumbnail === undefined ? changed : { ...changed, thumbnail: paper.thumbnail };
}

function added<T, K extends keyof T>(old: readonly T[], more: readonly T[], key: K): readonly T[] {
  const known = new Set(old.map(entry => entry[key]));
  return more.filter(entry => !known.has(entry[key]));
}

/** The state of the log that says more: its second line is its size. */
function larger(a: string | null, b: string | null): string | null {
  const size = (checkpoint: string | null): number => Number(checkpoint?.split("\n")[1] ?? -1);
  return size(b) > size(a) ? b : a;
}
