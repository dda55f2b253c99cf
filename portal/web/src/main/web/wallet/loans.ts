import type { LoanAnswer } from "../api/answers.ts";
import type { Clock } from "../api/clock.ts";
import type { Consent, NewLoan } from "../api/consent.ts";
import { isNamed } from "../api/problem.ts";
import type { Account } from "../crypto/account.ts";
import { randomId } from "../crypto/bytes.ts";
import { fail } from "../crypto/failure.ts";
import { sealLoan, type LoanTerms } from "../crypto/loan.ts";
import type { LoanNote, Manifest, PaperEntry } from "../crypto/manifest.ts";
import { pairwiseFor } from "../crypto/pairwise.ts";
import { stamp } from "../crypto/time.ts";
import { pin, type Agencies } from "./agencies.ts";
import type { Manifests } from "./manifests.ts";
import { lentPapers, matches } from "./notes.ts";
import type { Papers } from "./papers.ts";
import type { Action, LoanRequest, LoanView } from "./types.ts";
import { plus } from "./window.ts";

export class Loans {
  readonly #api: Consent;
  readonly #clock: Clock;
  readonly #account: Account;
  readonly #manifests: Manifests;
  readonly #papers: Papers;
  readonly #agencies: Agencies;

  constructor(api: Consent, clock: Clock, account: Account, manifests: Manifests, papers: Papers, agencies: Agencies) {
    this.#api = api;
    this.#clock = clock;
    this.#account = account;
    this.#manifests = manifests;
    this.#papers = papers;
    this.#agencies = agencies;
  }

  /** The note is written before the loan: a loan without a note is one that this wallet did not make. */
  async lend(request: LoanRequest): Promise<LoanView> {
    const entries = request.papers.map(id => this.#papers.entry(id));
    const agency = await this.#agencies.verified(request.agency);
    const to = agency.functions.find(candidate => candidate.function === request.function)?.enc;
    if (to === undefined || entries.length === 0) {
      throw fail(to === undefined ? "unknownRecipientKey" : "unknownPaper");
    }
    const from = stamp(this.#clock.now());
    const { papers, agencyName, functionName, function: name, purpose, action } = request;
    const note: LoanNote = {
      id: randomId(), agency: agency.agency, agencyName, function: name, functionName, purpose, action, from, until: plus(from, request.duration), papers,
    };
    const holder = await pairwiseFor(this.#account.pairwise, agency.agency);
    const items = await Promise.all(entries.map(async entry => ({
      paper: entry.id, version: entry.version, jwe: await sealLoan(holder, to, terms(note, entry)),
    })));
    await this.#manifests.change(now => ({ ...now, loans: [...now.loans, note], agencies: pin(now, agency) }));
    return this.#view(await this.#give({
      loan: note.id, agency: note.agency, function: name, holder: holder.id, holderKey: holder.publicKey,
      actions: actions(action), from: note.from, until: note.until, items,
    }));
  }

  /** The server's list, held against the notes: what this wallet did not make is shown as such (T16). */
  async list(): Promise<readonly LoanView[]> {
    const served = await this.#api.loans();
    if (served.some(loan => !made(this.#manifests.now, loan))) {
      // Perhaps made by another session of the same person a moment ago.
      await this.#manifests.load();
    }
    return served.map(loan => this.#view(loan)).sort((a, b) => (a.from < b.from ? 1 : -1));
  }

  async takeBack(id: string): Promise<LoanView> {
    return this.#view(await this.#api.endLoan(id));
  }

  async #give(loan: NewLoan): Promise<LoanAnswer> {
    try {
      return await this.#api.createLoan(loan);
    } catch (error) {
      // Without an answer the loan may exist: its note stays, so that it can be seen and taken back.
      if (!isNamed(error, "offline", "unavailable")) {
        await this.#manifests.change(now => ({ ...now, loans: now.loans.filter(note => note.id !== loan.loan) })).catch(() => undefined);
      }
      throw error;
    }
  }

  #view(loan: LoanAnswer): LoanView {
    const now = this.#manifests.now;
    const note = now.loans.find(candidate => candidate.id === loan.loan);
    return {
      id: loan.loan, agency: loan.agency, function: loan.function, state: loan.state, from: loan.from, until: loan.until,
      action: loan.actions.includes("save") ? "save" : "look",
      papers: lentPapers(now, loan.items.map(item => item.paper)), made: made(now, loan),
      ...(note === undefined ? {} : { agencyName: note.agencyName, functionName: note.functionName, purpose: note.purpose }),
      ...(loan.givenAt === undefined ? {} : { givenAt: loan.givenAt }),
      ...(loan.endedAt === undefined ? {} : { endedAt: loan.endedAt }),
    };
  }
}

function made(now: Manifest, { loan, items, ...served }: LoanAnswer): boolean {
  return matches(now, { ...served, loan, papers: items.map(item => item.paper) });
}

function terms(note: LoanNote, entry: PaperEntry): LoanTerms {
  const { id: paper, version, hash, size, type, key, title, kind, date } = entry;
  return {
    loan: note.id, agency: note.agency, function: note.function, paper, version, hash, size, type, key, purpose: note.purpose,
    shown: { title, kind, ...(date === undefined ? {} : { date }) }, actions: actions(note.action), from: note.from, until: note.until,
  };
}

function actions(action: Action): readonly Action[] {
  return action === "save" ? ["look", "save"] : ["look"];
}
