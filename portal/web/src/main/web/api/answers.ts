import { publicJwk } from "../crypto/curve.ts";
import { publishedKeys } from "../crypto/agency.ts";
import { b32, count, id, list, loose, named, one, optional, text, time, type Reader } from "../crypto/shape.ts";

/** The shapes of the node's answers. They may carry more; what is used must be there and well formed. */
const state = one("offered", "given", "paused", "expired", "ended");
const actions = list(one("look", "save"));
const lentItem = loose({ paper: id, version: count });

export const me = loose({
  account: named, username: named, roles: list(text), organisation: optional(text), team: optional(text),
  storage: loose({ used: count, limit: count }),
});
export const storedPaper = loose({ paper: id, version: count, size: count, hash: text, storedAt: text });
export const loanAnswer = loose({
  loan: id, agency: named, function: named, state, actions, from: time, until: time, givenAt: optional(text), endedAt: optional(text),
  items: list(lentItem),
});
export const deskLoan = loose({
  loan: id, agency: named, function: named, holder: id, holderKey: publicJwk, state, actions, from: time, until: time, endedAt: optional(text),
  items: list(loose({ paper: id, version: count, jwe: optional(text) })),
});
export const opening = loose({ opening: text, content: text, size: count, hash: b32 });
export const deskKey = loose({ agency: named, function: named, use: one("enc", "sig"), jwe: text });
export const logEvent = loose({ index: optional(count), salt: text, event: text, at: text });
export const build = loose({ event: text, index: count });
export const proof = loose({ hashes: list(text) });
export const organisation = loose({
  id: named, name: text, sector: optional(text), commune: optional(text),
  names: loose({ fr: optional(text), nl: optional(text), en: optional(text), de: optional(text), ar: optional(text) }),
});
export const member = loose({ account: named, username: text, team: optional(text), card: text, functions: list(text) });
export { publishedKeys };

export type MeAnswer = ReturnType<typeof me>;
export type LoanAnswer = ReturnType<typeof loanAnswer>;
export type DeskLoanAnswer = ReturnType<typeof deskLoan>;
export type LogEventAnswer = ReturnType<typeof logEvent>;

export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

export function page<T>(item: Reader<T>): Reader<Page<T>> {
  return loose({ items: list(item), next: optional(text) }) as Reader<Page<T>>;
}
