import type { Failure } from "../crypto/failure.ts";
import type { Addresses, Deposits, Helping, Inbox, Mandates } from "./people.ts";
import type { Portable } from "./portable.ts";
import type { RecoveryCounter } from "./counter.ts";
import type { HolderErasure } from "./erasure.ts";
import type { HolderKit } from "./kit.ts";

export type { Failure };
export type * from "./people.ts";

export type Language = "fr" | "nl" | "en" | "de" | "ar";
export type Names = Partial<Record<Language, string>>;
export type Action = "look" | "save";
export type Duration = "appointment" | "day" | "month" | "half-year" | "year";
export type LoanState = "offered" | "given" | "paused" | "expired" | "ended";

export interface Config {
  readonly origin: string;
  readonly registryOrigin: string;
  readonly realm: string;
  /** Sent as Accept-Language, so that problems come back in the person's language. */
  readonly language?: Language;
}

export interface Me {
  readonly account: string;
  readonly username: string;
  readonly roles: readonly string[];
  readonly organisation?: string;
  readonly team?: string;
}

/** What a holder writes about a paper; changing it touches no byte of the paper. */
export interface PaperDetails {
  readonly title: string;
  /** Notation of the vocabulary's list of kinds. */
  readonly kind: string;
  readonly date?: string;
  readonly expires?: string;
  readonly note?: string;
  /** Where the paper original is. */
  readonly original?: string;
}

/** A paper as the screens know it: no key and no hash leave the wallet. */
export interface Paper extends PaperDetails {
  readonly id: string;
  readonly version: number;
  /** Media type. */
  readonly type: string;
  /** Bytes of the true content. */
  readonly size: number;
  readonly added: string;
  /** Older versions, oldest first. */
  readonly earlier?: readonly PaperVersion[];
  /** The agency that deposited it; its signature was checked. */
  readonly from?: { readonly agency: string; readonly name: string; readonly by: string; readonly at: string };
  /** The helper who added it. */
  readonly by?: { readonly mandate: string; readonly name: string };
}

export interface PaperVersion {
  readonly version: number;
  readonly size: number;
  readonly type: string;
  readonly added: string;
}

export interface NewVersion {
  readonly type: string;
  readonly thumbnail?: string;
}

/** One file on its way. */
export interface Sending {
  /** The paper's id. */
  readonly id: string;
  readonly title: string;
  /** After a failure, asked again, it goes on where it stopped. */
  send(progress?: (fraction: number) => void): Promise<Paper>;
  /** Gives it up; nothing of it stays. */
  drop(): Promise<void>;
}

export interface Unfinished {
  readonly id: string;
  readonly title: string;
}

export interface NewPaper extends PaperDetails {
  readonly type: string;
  /** Data URL, a few kilobytes. */
  readonly thumbnail?: string;
}

export interface Agency {
  readonly id: string;
  readonly name: string;
  readonly names: Names;
  readonly sector?: string;
  readonly commune?: string;
}

export interface AgencyFunction {
  readonly function: string;
  readonly names: Names;
}

export interface AgencyKeys {
  readonly agency: string;
  readonly functions: readonly AgencyFunction[];
  /** Six groups of five digits, to compare with what the agency shows at its counter. */
  readonly fingerprint: string;
  /** True once something was lent to this agency: its root is pinned, a change is refused as `rootChanged`. */
  readonly known: boolean;
}

export interface LoanRequest {
  readonly papers: readonly string[];
  readonly agency: string;
  readonly agencyName: string;
  readonly function: string;
  readonly functionName: string;
  readonly purpose: string;
  readonly duration: Duration;
  readonly action: Action;
}

export interface LentPaper {
  readonly id: string;
  /** Absent when the paper was deleted since. */
  readonly title?: string;
  readonly kind?: string;
}

export interface LoanView {
  readonly id: string;
  readonly agency: string;
  /** As it was called when lent; absent for a loan this wallet did not make. */
  readonly agencyName?: string;
  readonly function: string;
  readonly functionName?: string;
  readonly purpose?: string;
  readonly action: Action;
  readonly state: LoanState;
  readonly from: string;
  readonly until: string;
  readonly givenAt?: string;
  readonly endedAt?: string;
  readonly papers: readonly LentPaper[];
  /** False: the server shows a loan that this wallet did not make (or made differently). Say so loudly. */
  readonly made: boolean;
}

export interface Wallet {
  papers(): readonly Paper[];
  /** Data URL; undefined when there is none or the blocks are not loaded yet (see `loadThumbnails`). */
  thumbnail(id: string): string | undefined;
  loadThumbnails(): Promise<void>;
  add(file: Blob, meta: NewPaper, progress?: (fraction: number) => void): Promise<Paper>;
  /** A file that can be sent again after a failure, from where it stopped. */
  prepare(file: Blob, meta: NewPaper): Sending;
  prepareVersion(id: string, file: Blob, version: NewVersion): Sending;
  /** Writes down which files are on their way; without it, nobody is told after the browser died. */
  announce(sendings: readonly Sending[]): Promise<void>;
  unfinished(): readonly Unfinished[];
  forgetUnfinished(ids: readonly string[]): Promise<void>;
  describe(id: string, details: PaperDetails): Promise<Paper>;
  /** The papers a mask shows in two taps. */
  favourites(): readonly string[];
  star(id: string, on: boolean): Promise<void>;
  /** The newest version, or an earlier one. */
  open(id: string, version?: number): Promise<Blob>;
  remove(id: string): Promise<void>;
  agencies(query: string, language: Language): Promise<readonly Agency[]>;
  agencyKeys(id: string): Promise<AgencyKeys>;
  lend(request: LoanRequest): Promise<LoanView>;
  /** Newest first. */
  loans(): Promise<readonly LoanView[]>;
  takeBack(id: string): Promise<LoanView>;
  /** Bytes. */
  storage(): Promise<{ readonly used: number; readonly limit: number }>;
}

export interface DeskItem {
  readonly paper: string;
  readonly version: number;
  /** What the holder chose to show; absent when the loan is over or the item is damaged. */
  readonly title?: string;
  readonly kind?: string;
  readonly date?: string;
  readonly type?: string;
  readonly size?: number;
  /** True: the item does not verify. It is not from the holder, or was changed: do not trust it. */
  readonly damaged: boolean;
}

export interface DeskLoan {
  readonly id: string;
  readonly agency: string;
  readonly function: string;
  /** Pairwise id of the holder: the same person toward this agency, nobody toward another. */
  readonly holder: string;
  readonly state: LoanState;
  readonly actions: readonly Action[];
  readonly purpose?: string;
  readonly from: string;
  readonly until: string;
  readonly endedAt?: string;
  readonly items: readonly DeskItem[];
}

export interface Desk {
  /** Newest first. */
  loans(): Promise<readonly DeskLoan[]>;
  /** Asked for and logged as a look, or as saving a copy. Refusals are thrown as `openingRefused` with a `reason`; what does not verify as `damaged`. */
  open(loan: string, paper: string, action?: Action): Promise<{ readonly blob: Blob; readonly type: string }>;
}

export interface LogEvent {
  /** Place in the tree; null until the node has written it there. */
  readonly index: number | null;
  readonly type: string;
  readonly at: string;
  readonly loan?: string;
  readonly papers: readonly LentPaper[];
  readonly agency?: string;
  readonly agencyName?: string;
  readonly function?: string;
  readonly functionName?: string;
  readonly purpose?: string;
  readonly by?: string;
  readonly action?: string;
  /** The helper's name in their mandate. */
  readonly helper?: string;
  /** What the holder decided about something that was sent. */
  readonly answer?: string;
  readonly reason?: string;
  /** True: speaks of a loan that this wallet did not make (T16). */
  readonly strange: boolean;
  /** What the proof is about: salt and the exact canonical text. */
  readonly salt: string;
  readonly text: string;
}

export interface LogCheckpoint {
  readonly origin: string;
  readonly size: number;
  /** Standard base64, as in the note. */
  readonly root: string;
  readonly text: string;
}

export interface Log {
  /** Newest first; `next` is absent on the last page. */
  events(cursor?: string): Promise<{ readonly items: readonly LogEvent[]; readonly next?: string }>;
  /** Throws `damaged` when the node's proof does not check. */
  prove(event: LogEvent): Promise<"verified" | "pending">;
  /** Verified, and consistent with the last one this wallet saw; throws `damaged` otherwise. */
  checkpoint(): Promise<LogCheckpoint>;
}

/** Needs no wallet. */
export interface Audit {
  /** The signature is verified, and that it grew out of the one read before in this session. */
  checkpoint(): Promise<LogCheckpoint>;
  /** Throws `damaged` unless the older note is genuine and the newer state contains all of it. */
  consistent(olderText: string, newer: LogCheckpoint): Promise<void>;
  /** The scripts served to this browser now, and what the log says was served; undefined when it says nothing yet. */
  build(): Promise<ServedBuild>;
}

export interface ServedBuild {
  /** SHA-256 in hex of the list of all scripts and styles. */
  readonly hash: string;
  /** The newest in the log, proven to be there. */
  readonly logged?: { readonly hash: string; readonly at: string };
}

export interface PublishedFunction {
  readonly function: string;
  readonly names: Names;
  /** Thumbprints (RFC 7638) of the two keys of the function. */
  readonly enc: string;
  readonly sig: string;
}

export interface PublishedAgency {
  readonly agency: string;
  readonly fingerprint: string;
  readonly known: boolean;
  readonly functions: readonly PublishedFunction[];
}

export interface Member {
  readonly account: string;
  readonly username: string;
  readonly team?: string;
  /** Functions whose keys this member holds. */
  readonly functions: readonly string[];
  /** Six groups of five digits of the member's own key, to compare with the member before handing over. */
  readonly fingerprint: string;
}

export interface Administration {
  /** `unknownRecipientKey` when the agency has published none. */
  keys(): Promise<PublishedAgency>;
  members(): Promise<readonly Member[]>;
  /** Hands the function's private keys to a member, sealed to that member's own key. */
  hand(member: string, functionId: string): Promise<void>;
}

export interface MaskHour {
  readonly name: "today" | "tomorrow" | "friday";
  readonly until: Date;
}

/** Which papers exist until an hour. It reads the same in every wallet: a masked one is a small one. */
export interface Masks {
  /** False: what was added under a mask that ended could not be brought in; it is tried again at the next unlock. */
  readonly whole: boolean;
  /** The evenings that are offered, by the server's clock. */
  hours(): readonly MaskHour[];
  /** From one minute to 31 days ahead. */
  possible(until: Date): boolean;
  /** How many loans stay on the list with these papers: those of which every paper stays. */
  loansWith(papers: readonly string[]): number;
  /** Every session ends, this one included: `Session.closed` follows. */
  set(papers: readonly string[], until: Date): Promise<void>;
}

/** One way to open the wallet. */
export interface Key {
  readonly slot: string;
  readonly kind: "passphrase" | "passkey" | "device" | "recovery" | "kit";
  readonly created: string;
  /** When it last opened the wallet; absent when it never did. */
  readonly usedAt?: string;
  /** This session was opened with it. */
  readonly open: boolean;
  /** It is this device. */
  readonly thisDevice: boolean;
}

/** What can be added once the passphrase was given again. */
export interface KeyAdding {
  /** Gives the code, 8 groups of 4: shown once, kept nowhere. */
  recoveryCode(): Promise<string>;
  /** `passkeyRefused`, or `passkeyWithoutKey` when it cannot hold a key. */
  passkey(): Promise<void>;
  device(): Promise<void>;
}

export interface Keys {
  list(): Promise<readonly Key[]>;
  /** `wrongPassphrase`, or what can be added now. */
  prove(passphrase: string): Promise<KeyAdding>;
  /** Any but the passphrase. */
  drop(slot: string): Promise<void>;
  /** Every other session ends; this one goes on as the one that is given. `passphraseUnclear` and `passphraseCounts` say what to do next. */
  changePassphrase(now: string, next: string): Promise<Session>;
}

export interface NewSlot {
  readonly slot: string;
  readonly kind: string;
  readonly created: string;
}

/** Ways in that were added while a mask hid this wallet; nearly always none. */
export interface NewSlots {
  readonly list: readonly NewSlot[];
  /** True: they may open this wallet from now on. False: they open nothing any more. */
  settle(mine: boolean): Promise<void>;
}

export interface Session {
  readonly me: Me;
  readonly wallet: Wallet;
  readonly desk: Desk;
  readonly log: Log;
  readonly agency: Administration;
  readonly audit: Audit;
  readonly masks: Masks;
  readonly newSlots: NewSlots;
  readonly kit: HolderKit;
  readonly erasure: HolderErasure;
  readonly counter: RecoveryCounter;
  readonly keys: Keys;
  readonly addresses: Addresses;
  readonly mandates: Mandates;
  readonly helping: Helping;
  readonly inbox: Inbox;
  readonly deposits: Deposits;
  readonly portable: Portable;
  /** Comes when every session of this account was ended, wherever that was asked for. Forget everything then. */
  readonly closed: Promise<void>;
  /** Forgets every key and token this tab holds. The session is unusable afterwards. */
  leave(): Promise<void>;
}
