import type { Right } from "../crypto/mandate.ts";
import type { Action, Duration, Language, LoanRequest } from "./types.ts";

export type { Right };

/** What is printed on a card so that something can be put down for its holder. */
export interface Addresses {
  card(): Promise<{
    /** 80 bits of the fingerprint of the address's key, 16 letters and digits. */
    readonly code: string;
    /** For the QR, the public key itself: whoever scans it needs to believe nobody. */
    readonly text: string;
  }>;
}

export interface MandateTerms {
  readonly rights: readonly Right[];
  readonly duration: Duration;
  /** What the helper may see the titles of, and, with the right to read, read. */
  readonly papers: readonly string[];
}

/** A mandate somebody gave. */
export interface MandateView {
  readonly id: string;
  /** The other side of it. */
  readonly name: string;
  readonly rights: readonly Right[];
  readonly from: string;
  readonly until: string;
  readonly state: "given" | "expired" | "ended";
  readonly endedAt?: string;
  /** What is laid out; only for the one who gave it. */
  readonly papers: readonly string[];
}

/** A helper at the same table, before a mandate is given. */
export interface FoundHelper {
  readonly name: string;
  /** Of which two words are made, in `language`. */
  readonly words: Uint8Array;
  readonly language: string;
  give(terms: MandateTerms): Promise<MandateView>;
}

export interface Mandates {
  /** Newest first. `damaged` when the server shows one that this wallet did not sign. */
  list(): Promise<readonly MandateView[]>;
  /** By the helper's code or QR: `notFound`, `mistyped`. Waits for the helper's side; undefined once `signal` says stop. */
  find(name: string, signal: AbortSignal): Promise<FoundHelper | undefined>;
  change(id: string, rights: readonly Right[], papers: readonly string[]): Promise<void>;
  end(id: string): Promise<void>;
  /** Lays out anew what changed since; called after unlocking. */
  layOut(): Promise<void>;
}

/** One who helps, from the helper's side. */
export interface HelpingView extends MandateView {
  /** False: whose mandate it is, was never confirmed at a table, or it does not verify. Nothing can be done by it. */
  readonly trusted: boolean;
}

export interface ShelfPaper {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly kind: string;
  readonly date?: string;
  readonly readable: boolean;
}

export interface LaidOut {
  /** The holder's card, which is not secret. */
  readonly card: { readonly name: string; readonly text: string; readonly code: string };
  readonly papers: readonly ShelfPaper[];
}

export interface SentItem {
  readonly id: string;
  readonly act: "add" | "file" | "ask";
  readonly at: string;
  readonly title: string;
  readonly kind?: string;
}

/** The helper's side of the table. */
export interface Offered {
  readonly code: string;
  /** For the holder's camera. */
  readonly qr: string;
  /** Waits for the holder; undefined once `signal` says stop. */
  met(signal: AbortSignal): Promise<{ readonly name: string; readonly words: Uint8Array } | undefined>;
  /** After the words were compared: waits for the mandate, and notes whose it is. */
  accept(signal: AbortSignal): Promise<HelpingView | undefined>;
  drop(): Promise<void>;
}

export interface NewArrival {
  readonly title: string;
  readonly kind: string;
  readonly date?: string;
  readonly type: string;
  readonly thumbnail?: string;
}

export interface Helping {
  list(): Promise<readonly HelpingView[]>;
  offer(language: string): Promise<Offered>;
  /** Undefined when nothing is laid out at the moment. */
  shelf(id: string): Promise<LaidOut | undefined>;
  sent(id: string): Promise<readonly SentItem[]>;
  add(id: string, file: Blob, meta: NewArrival, progress?: (fraction: number) => void): Promise<void>;
  proposeFiling(id: string, paper: string, meta: { readonly title: string; readonly kind: string; readonly date?: string }): Promise<void>;
  proposeLoan(id: string, loan: LoanRequest): Promise<void>;
  open(id: string, paper: ShelfPaper, action: "look" | "print"): Promise<{ readonly blob: Blob; readonly type: string }>;
  giveBack(id: string): Promise<void>;
}

interface Waiting {
  readonly id: string;
  readonly at: string;
  /** As the server says; believed only with `checked`. */
  readonly by: string;
  /** The signatures verify: helper and mandate, or worker, team and agency. */
  readonly checked: boolean;
}

export interface WaitingPaper extends Waiting {
  readonly act: "add" | "deposit";
  readonly title?: string;
  readonly kind?: string;
  readonly date?: string;
  readonly message?: string;
  readonly size?: number;
  readonly agency?: string;
  readonly agencyName?: string;
  readonly function?: string;
}

export interface WaitingFiling extends Waiting {
  readonly act: "file";
  readonly paper?: string;
  readonly old?: string;
  readonly title?: string;
  readonly kind?: string;
  readonly date?: string;
}

export interface WaitingLoan extends Waiting {
  readonly act: "ask";
  readonly loan?: Omit<LoanRequest, "papers" | "action" | "duration"> & { readonly papers: readonly { readonly id: string; readonly title?: string }[]; readonly action: Action; readonly duration: Duration };
}

export type WaitingItem = WaitingPaper | WaitingFiling | WaitingLoan;

/** Kept out, by the name that the registry knows. */
export interface BlockedAgency {
  readonly agency: string;
  readonly name: string;
}

export interface Inbox {
  /** Oldest first, without what was filed by itself. */
  list(language: Language): Promise<readonly WaitingItem[]>;
  /** Files what helpers added under mandates that verify. Returns how many; called after unlocking. */
  takeIn(): Promise<number>;
  open(id: string): Promise<{ readonly blob: Blob; readonly type: string }>;
  accept(id: string, tell: boolean): Promise<void>;
  refuse(id: string, tell: boolean): Promise<void>;
  blocked(language: Language): Promise<readonly BlockedAgency[]>;
  block(agency: string, on: boolean): Promise<void>;
}

/** Where a worker is about to put something down. */
export interface FoundAddress {
  readonly address: string;
  /** What is printed on the card, to compare. */
  readonly code: string;
}

export interface Deposits {
  /** By the card's QR or its code: `notFound`, `mistyped`, `damaged` when the server answers with another key. */
  find(name: string): Promise<FoundAddress>;
  deposit(to: FoundAddress, file: Blob, meta: NewArrival & { readonly message?: string }, progress?: (fraction: number) => void): Promise<void>;
  list(): Promise<readonly { readonly id: string; readonly at: string; readonly answer?: "accepted" | "refused" }[]>;
}
