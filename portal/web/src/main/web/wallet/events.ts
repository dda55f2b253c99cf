import type { LogEventAnswer } from "../api/answers.ts";
import { canonical } from "../crypto/canonical.ts";
import { damaged } from "../crypto/failure.ts";
import type { Manifest } from "../crypto/manifest.ts";
import { lentPapers, matches } from "./notes.ts";
import type { LogEvent } from "./types.ts";

/** Events that speak of a loan: the holder must know it. */
const OF_LOANS = ["loanGiven", "opening", "openingRefused", "loanEnded", "loanExpired"];

/** An event of the log in the words of this wallet; a text that is not canonical (RFC 8785) could be read in two ways, and is refused. */
export function readEvent({ index, salt, event: text, at }: LogEventAnswer, now: Manifest | undefined): LogEvent {
  const event = parse(text);
  const member = (name: string): string | undefined => (typeof event[name] === "string" ? event[name] : undefined);
  const loan = member("loan");
  const note = now?.loans.find(candidate => candidate.id === loan);
  const papers = papersOf(event);
  const optional = {
    loan, agency: member("agency"), agencyName: note?.agencyName ?? now?.kit?.organisations.find(keeper => keeper.agency === member("agency"))?.name, function: member("function"), functionName: note?.functionName,
    purpose: note?.purpose, by: member("by"), action: member("action"), reason: member("reason"), helper: member("helper"), answer: member("answer"),
  };
  return {
    index: index ?? null, type: member("type") ?? "", at: member("at") ?? at, salt, text,
    papers: now === undefined ? papers.map(id => ({ id })) : lentPapers(now, papers),
    strange: now !== undefined && isStrange(now, event, papers),
    ...defined(optional),
  };
}

function isStrange(now: Manifest, event: Record<string, unknown>, papers: readonly string[]): boolean {
  if (!OF_LOANS.includes(String(event["type"]))) {
    return false;
  }
  const claimed = defined({
    agency: string(event["agency"]), function: string(event["function"]), from: string(event["from"]), until: string(event["until"]),
    actions: Array.isArray(event["actions"]) ? event["actions"].map(String) : undefined,
    // A refused opening may name a paper that was never lent: that is the attempt, not the loan.
    papers: event["type"] === "openingRefused" ? undefined : papers,
  });
  return !matches(now, { loan: String(event["loan"]), ...claimed });
}

function parse(text: string): Record<string, unknown> {
  try {
    const event: unknown = JSON.parse(text);
    if (typeof event === "object" && event !== null && !Array.isArray(event) && canonical(event) === text) {
      return { ...event };
    }
  } catch {
    // Told below, as every other defect.
  }
  throw damaged();
}

function papersOf(event: Record<string, unknown>): readonly string[] {
  const listed = Array.isArray(event["papers"]) ? event["papers"] : [event["paper"]];
  return listed.flatMap((entry: unknown) => {
    const id = typeof entry === "object" && entry !== null && "paper" in entry ? entry.paper : entry;
    return typeof id === "string" ? [id] : [];
  });
}

function string(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Defined<T>;
}
