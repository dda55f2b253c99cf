import type { Manifest } from "../crypto/manifest.ts";
import type { LentPaper } from "./types.ts";

/** What the server, or an event of the log, says of a loan. */
export interface Claimed {
  readonly loan: string;
  readonly agency?: string;
  readonly function?: string;
  readonly from?: string;
  readonly until?: string;
  readonly actions?: readonly string[];
  readonly papers?: readonly string[];
}

/** Whether this wallet made the loan just so: a hidden recipient, a wider window or another paper shows here (T16). */
export function matches(now: Manifest, claimed: Claimed): boolean {
  const note = now.loans.find(candidate => candidate.id === claimed.loan);
  const same = (a: string | undefined, b: string): boolean => a === undefined || a === b;
  return note !== undefined
    && same(claimed.agency, note.agency) && same(claimed.function, note.function)
    && same(claimed.from, note.from) && same(claimed.until, note.until)
    && (claimed.actions === undefined || claimed.actions.includes("save") === (note.action === "save"))
    && (claimed.papers === undefined || claimed.papers.every(paper => note.papers.includes(paper)));
}

export function lentPapers(now: Manifest, ids: readonly string[]): readonly LentPaper[] {
  return ids.map(id => {
    const paper = now.papers.find(candidate => candidate.id === id);
    return paper === undefined ? { id } : { id, title: paper.title, kind: paper.kind };
  });
}
