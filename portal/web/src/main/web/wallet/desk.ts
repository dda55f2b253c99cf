import type { DeskLoanAnswer } from "../api/answers.ts";
import type { Clock } from "../api/clock.ts";
import type { Consent } from "../api/consent.ts";
import { isNamed } from "../api/problem.ts";
import { fromB64u } from "../crypto/bytes.ts";
import { samePoint, type PublicJwk } from "../crypto/curve.ts";
import { openPaper } from "../crypto/envelope.ts";
import { damaged, fail } from "../crypto/failure.ts";
import { kidInHeader } from "../crypto/jose.ts";
import { openLoan, within, type FunctionKey, type LoanContent } from "../crypto/loan.ts";
import type { Action, Desk, DeskItem, DeskLoan } from "./types.ts";

type Keys = ReadonlyMap<string, FunctionKey>;

/** Types a browser shows without running anything; another type is handed over as plain bytes. */
const SHOWN = /^(application\/pdf|image\/(jpeg|png|webp|gif|heic|heif|tiff|bmp)|text\/plain)$/;

/** What was lent to the functions of this worker. */
export class WorkerDesk implements Desk {
  readonly #api: Consent;
  readonly #clock: Clock;
  readonly #readKeys: () => Promise<Keys>;
  /** A holder keeps one key toward this agency; the first seen counts. */
  readonly #holders = new Map<string, PublicJwk>();
  readonly #opened = new Map<string, LoanContent>();
  #keys: Promise<Keys> | undefined;

  constructor(api: Consent, clock: Clock, readKeys: () => Promise<Keys>) {
    this.#api = api;
    this.#clock = clock;
    this.#readKeys = readKeys;
  }

  async loans(): Promise<readonly DeskLoan[]> {
    const served = await this.#api.deskLoans();
    const keys = await this.#functionKeys();
    this.#opened.clear();
    const loans: DeskLoan[] = [];
    // The oldest first, one after another: it is the first loan that pins the holder's key.
    for (const loan of served.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
      loans.push(await this.#read(loan, keys));
    }
    return loans.reverse();
  }

  /** The server is asked first, so that an attempt it refuses is in the holder's log; then the loan's own window counts. */
  async open(loan: string, paper: string, action: Action = "look"): Promise<{ readonly blob: Blob; readonly type: string }> {
    if (!this.#opened.has(place(loan, paper))) {
      await this.loans();
    }
    const content = this.#opened.get(place(loan, paper));
    const { opening } = await this.#api.openAtDesk(loan, paper, content?.version ?? 1, action);
    if (content === undefined) {
      throw damaged();
    }
    if (!within(content, this.#clock.now())) {
      throw fail("openingRefused", { reason: this.#clock.now() < Date.parse(content.from) ? "loanNotStarted" : "loanExpired", at: content.until });
    }
    const response = await this.#api.openedContent(opening);
    const dek = fromB64u(content.key);
    const type = SHOWN.test(content.type) ? content.type : "application/octet-stream";
    try {
      return { blob: await openPaper(response.body ?? new Blob().stream(), dek, content, type), type };
    } finally {
      dek.fill(0);
    }
  }

  forget(): void {
    this.#keys = undefined;
    this.#opened.clear();
    this.#holders.clear();
  }

  #functionKeys(): Promise<Keys> {
    this.#keys ??= this.#readKeys().catch((error: unknown) => {
      this.#keys = undefined;
      if (isNamed(error, "unknownRecipientKey")) {
        return new Map();
      }
      throw error;
    });
    return this.#keys;
  }

  async #read(loan: DeskLoanAnswer, keys: Keys): Promise<DeskLoan> {
    const { loan: id, agency, function: name, holder, state, actions, from, until, endedAt } = loan;
    const opened: Opened[] = [];
    for (const item of loan.items) {
      opened.push(await this.#item(loan, item, keys));
    }
    const purpose = opened.find(content => content !== undefined && content !== "damaged")?.purpose;
    return {
      id, agency, function: name, holder, state, actions, from, until, ...(endedAt === undefined ? {} : { endedAt }),
      ...(purpose === undefined ? {} : { purpose }),
      items: loan.items.map(({ paper, version }, i) => shown(paper, version, opened[i])),
    };
  }

  async #item(loan: DeskLoanAnswer, { paper, version, jwe }: DeskLoanAnswer["items"][number], keys: Keys): Promise<Opened> {
    if (jwe === undefined) {
      return undefined;
    }
    try {
      const key = keys.get(String(kidInHeader(jwe)));
      const known = this.#holders.get(loan.holder) ?? loan.holderKey;
      if (key === undefined || !samePoint(known, loan.holderKey)) {
        return "damaged";
      }
      const content = await openLoan(key, jwe, { ...loan, paper, version });
      this.#holders.set(loan.holder, known);
      this.#opened.set(place(loan.loan, paper), content);
      return content;
    } catch {
      return "damaged";
    }
  }
}

type Opened = LoanContent | "damaged" | undefined;

function place(loan: string, paper: string): string {
  return `${loan}/${paper}`;
}

function shown(paper: string, version: number, opened: Opened): DeskItem {
  if (opened === undefined || opened === "damaged") {
    return { paper, version, damaged: opened === "damaged" };
  }
  return { paper, version, ...opened.shown, type: opened.type, size: opened.size, damaged: false };
}
