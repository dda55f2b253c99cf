import type { Consent } from "../api/consent.ts";
import type { Agencies } from "./agencies.ts";
import type { Loans } from "./loans.ts";
import type { Manifests } from "./manifests.ts";
import type { Papers } from "./papers.ts";
import type { Agency, AgencyKeys, Language, LoanRequest, LoanView, NewPaper, NewVersion, Paper, PaperDetails, Sending, Unfinished, Wallet } from "./types.ts";

/** The wallet as the screens use it. */
export class HolderWallet implements Wallet {
  readonly #api: Consent;
  readonly #manifests: Manifests;
  readonly #papers: Papers;
  readonly #agencies: Agencies;
  readonly #loans: Loans;

  constructor(api: Consent, manifests: Manifests, papers: Papers, agencies: Agencies, loans: Loans) {
    this.#api = api;
    this.#manifests = manifests;
    this.#papers = papers;
    this.#agencies = agencies;
    this.#loans = loans;
  }

  papers(): readonly Paper[] {
    return this.#papers.list();
  }

  thumbnail(id: string): string | undefined {
    return this.#papers.thumbnails.of(this.#papers.entry(id));
  }

  loadThumbnails(): Promise<void> {
    return this.#papers.thumbnails.load(this.#manifests.now);
  }

  add(file: Blob, meta: NewPaper, progress?: (fraction: number) => void): Promise<Paper> {
    return this.#papers.add(file, meta, progress);
  }

  prepare(file: Blob, meta: NewPaper): Sending {
    return this.#papers.prepare(file, meta);
  }

  prepareVersion(id: string, file: Blob, version: NewVersion): Sending {
    return this.#papers.prepareVersion(id, file, version);
  }

  announce(sendings: readonly Sending[]): Promise<void> {
    return this.#papers.announce(sendings);
  }

  unfinished(): readonly Unfinished[] {
    return this.#papers.unfinished();
  }

  forgetUnfinished(ids: readonly string[]): Promise<void> {
    return this.#papers.forgetUnfinished(ids);
  }

  describe(id: string, details: PaperDetails): Promise<Paper> {
    return this.#papers.describe(id, details);
  }

  favourites(): readonly string[] {
    return this.#papers.favourites();
  }

  star(id: string, on: boolean): Promise<void> {
    return this.#papers.star(id, on);
  }

  open(id: string, version?: number): Promise<Blob> {
    return this.#papers.open(id, version);
  }

  remove(id: string): Promise<void> {
    return this.#papers.remove(id);
  }

  agencies(query: string, language: Language): Promise<readonly Agency[]> {
    return this.#agencies.find(query, language);
  }

  agencyKeys(id: string): Promise<AgencyKeys> {
    return this.#agencies.keys(id);
  }

  lend(request: LoanRequest): Promise<LoanView> {
    return this.#loans.lend(request);
  }

  loans(): Promise<readonly LoanView[]> {
    return this.#loans.list();
  }

  takeBack(id: string): Promise<LoanView> {
    return this.#loans.takeBack(id);
  }

  async storage(): Promise<{ readonly used: number; readonly limit: number }> {
    return (await this.#api.me()).storage;
  }
}
