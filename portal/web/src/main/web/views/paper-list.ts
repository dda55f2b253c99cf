import { kindOf, kinds, tops, type Concept } from "../i18n/concepts.ts";
import { fold } from "../i18n/fold.ts";
import type { Paper } from "../wallet/types.ts";

export type Order = "new" | "kind" | "title" | "expires";
export const ORDERS: readonly Order[] = ["new", "kind", "title", "expires"];

/** Days ahead of which a paper that ends is spoken of. */
export const AHEAD = 30;
const DAY = 86_400_000;

/** The kind shown first, such as identity; a finer kind belongs to it. */
export function topKind(paper: Paper): Concept {
  const kind = kindOf(paper.kind);
  return kind.broader === undefined ? kind : kindOf(kind.broader);
}

/** What can be searched of a paper: its title, and its kind in every language, for whoever helps may speak another one. */
export function searchable(paper: Paper): string {
  const names = [kindOf(paper.kind), topKind(paper)].flatMap(kind => Object.values(kind.labels));
  return ` ${[paper.title, paper.from?.name ?? "", ...names].map(fold).join(" ")}`;
}

/** Papers that have every word somewhere; a word counts from its beginning, or anywhere when it is long. */
export function found(papers: readonly Paper[], query: string, textOf: (paper: Paper) => string = searchable): readonly Paper[] {
  const words = fold(query).split(" ").filter(word => word !== "");
  return words.length === 0 ? papers : papers.filter(paper => {
    const text = textOf(paper);
    return words.every(word => text.includes(word.length < 3 ? ` ${word}` : word));
  });
}

/** Days until a paper ends, on the calendar; negative when it has ended; undefined when it does not end. */
export function daysLeft({ expires }: Paper, now: number): number | undefined {
  const end = expires === undefined ? NaN : Date.parse(`${expires.slice(0, 10)}T00:00:00Z`);
  const today = new Date(now);
  return Number.isNaN(end) ? undefined : Math.round((end - Date.UTC(today.getFullYear(), today.getMonth(), today.getDate())) / DAY);
}

/** What has ended or ends soon, the most urgent first. */
export function ending(papers: readonly Paper[], now: number): readonly Paper[] {
  const left = (paper: Paper): number => daysLeft(paper, now) ?? Infinity;
  return papers.filter(paper => left(paper) <= AHEAD).sort((a, b) => left(a) - left(b));
}

export function ordered(papers: readonly Paper[], order: Order, locale: string): readonly Paper[] {
  const words = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
  const newest = [...papers].reverse();
  switch (order) {
    case "new":
      return newest.sort((a, b) => (a.added < b.added ? 1 : a.added > b.added ? -1 : 0));
    case "title":
      return newest.sort((a, b) => words.compare(a.title, b.title));
    case "expires":
      return newest.sort((a, b) => (a.expires ?? "9").localeCompare(b.expires ?? "9"));
    case "kind": {
      const place = new Map([...tops(kinds), kindOf(undefined)].map((kind, at) => [kind.notation, at]));
      return newest.sort((a, b) => (place.get(topKind(a).notation) ?? 99) - (place.get(topKind(b).notation) ?? 99) || words.compare(a.title, b.title));
    }
  }
}
