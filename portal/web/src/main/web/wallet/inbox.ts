import type { ArrivalAnswer, People } from "../api/people.ts";
import { isNamed } from "../api/problem.ts";
import type { Account } from "../crypto/account.ts";
import { openDeposit, openSent, type Added, type Asking, type Deposited, type Filing } from "../crypto/arrival.ts";
import { fromB64u } from "../crypto/bytes.ts";
import { openPaper } from "../crypto/envelope.ts";
import { damaged, fail } from "../crypto/failure.ts";
import type { Mandate } from "../crypto/mandate.ts";
import type { PaperEntry } from "../crypto/manifest.ts";
import type { HolderAddresses } from "./addresses.ts";
import { pin, type Agencies } from "./agencies.ts";
import type { Loans } from "./loans.ts";
import type { HolderMandates } from "./mandates.ts";
import type { Manifests } from "./manifests.ts";
import { lentPapers } from "./notes.ts";
import type { Papers } from "./papers.ts";
import type { BlockedAgency, Inbox, WaitingItem } from "./people.ts";
import type { Language } from "./types.ts";

interface Parts {
  readonly people: People;
  readonly account: Account;
  readonly manifests: Manifests;
  readonly papers: Papers;
  readonly loans: Loans;
  readonly agencies: Agencies;
  readonly addresses: HolderAddresses;
  readonly mandates: HolderMandates;
  readonly language: Language;
}

type Content = Added | Filing | Asking | Deposited;

/** What waits, opened here. Nothing of it is used unless every signature verifies. */
export class HolderInbox implements Inbox {
  readonly #parts: Parts;
  /** Of this session; by arrival. */
  readonly #opened = new Map<string, { readonly served: ArrivalAnswer; readonly content: Content | undefined; readonly agencyName?: string }>();

  /** Of who reads. */
  #language: Language;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#language = parts.language;
  }

  async list(language: Language): Promise<readonly WaitingItem[]> {
    this.#language = language;
    await this.takeIn();
    return [...this.#opened].map(([id, { served, content, agencyName }]) => this.#shown(id, served, content, agencyName));
  }

  async takeIn(): Promise<number> {
    await this.#read();
    let filed = 0;
    for (const [id, { content }] of this.#opened) {
      if (content?.act === "add") {
        // One that cannot be filed, because the wallet is full for instance, stays and is shown.
        await this.accept(id, false).then(() => { filed++; }, () => undefined);
      }
    }
    return filed;
  }

  async open(id: string): Promise<{ readonly blob: Blob; readonly type: string }> {
    const { content } = this.#one(id);
    if (content?.act !== "add" && content?.act !== "deposit") {
      throw damaged();
    }
    const dek = fromB64u(content.key);
    try {
      const response = await this.#parts.people.arrivalContent(id);
      return { blob: await openPaper(response.body ?? new Blob().stream(), dek, content, content.type), type: content.type };
    } finally {
      dek.fill(0);
    }
  }

  /** The list first, then the server: interrupted in between, accepting again completes it. */
  async accept(id: string, tell: boolean): Promise<void> {
    const { served, content } = this.#one(id);
    switch (content?.act) {
      case "add":
      case "deposit":
        await this.#file(id, served, content, tell);
        break;
      case "file": {
        const { title, kind, date } = content;
        const { date: _date, ...kept } = this.#parts.papers.entry(content.paper);
        await this.#parts.papers.describe(content.paper, { ...kept, title, kind, ...(date === undefined ? {} : { date }) });
        await this.#parts.people.accept(id, tell);
        break;
      }
      case "ask": {
        const { papers, agency, agencyName, function: name, functionName, purpose, duration, action } = content;
        await this.#parts.loans.lend({ papers, agency, agencyName, function: name, functionName, purpose, duration, action });
        await this.#parts.people.accept(id, tell);
        break;
      }
      default:
        throw damaged();
    }
    this.#opened.delete(id);
  }

  async refuse(id: string, tell: boolean): Promise<void> {
    await this.#parts.people.refuse(id, tell);
    this.#opened.delete(id);
  }

  async blocked(language: Language): Promise<readonly BlockedAgency[]> {
    this.#language = language;
    const agencies = await this.#parts.people.blocks();
    return Promise.all(agencies.map(async agency => ({ agency, name: await this.#name(agency) ?? agency })));
  }

  async block(agency: string, on: boolean): Promise<void> {
    await this.#parts.people.block(agency, on);
  }

  forget(): void {
    this.#opened.clear();
  }

  async #file(id: string, served: ArrivalAnswer, content: Added | Deposited, tell: boolean): Promise<void> {
    const { people, papers, manifests, agencies } = this.#parts;
    const { paper, version, hash, size, type, title, kind, date, key, thumbnail, at } = content;
    if (paper !== id || version !== 1) {
      throw damaged();
    }
    const from = content.act === "add" ? { by: { mandate: content.mandate, name: served.by } }
      : { from: { agency: content.agency, name: this.#one(id).agencyName ?? content.agency, by: content.by, at } };
    const entry: PaperEntry = { id, version, title, kind, ...(date === undefined ? {} : { date }), type, size, key, hash, added: at, ...from };
    if (content.act === "deposit") {
      const agency = await agencies.verified(content.agency);
      await manifests.change(now => ({ ...now, agencies: pin(now, agency) }));
    }
    await papers.adopt(entry, thumbnail);
    try {
      await people.accept(id, tell);
    } catch (error) {
      if (isNamed(error, "storageFull", "versionExists")) {
        await manifests.change(now => ({ ...now, papers: now.papers.filter(one => one.id !== id) }));
      }
      throw error;
    }
  }

  async #read(): Promise<void> {
    const { people, mandates } = this.#parts;
    const arrivals = await people.arrivals();
    const signed = arrivals.some(one => one.mandate !== undefined) ? await mandates.signed() : new Map<string, Mandate>();
    this.#opened.clear();
    for (const served of arrivals) {
      const agencyName = served.agency === undefined ? undefined : await this.#name(served.agency);
      const content = await (served.act === "deposit" ? this.#deposit(served) : this.#sent(served, signed)).catch(() => undefined);
      this.#opened.set(served.arrival, { served, content, ...(agencyName === undefined ? {} : { agencyName }) });
    }
  }

  async #deposit({ jwe, address, agency, function: name }: ArrivalAnswer): Promise<Deposited> {
    const { addresses, agencies } = this.#parts;
    const opening = address === undefined ? undefined : await addresses.opening(address);
    if (opening === undefined || address === undefined || agency === undefined || name === undefined) {
      throw damaged();
    }
    return openDeposit(opening, jwe, (await agencies.verified(agency)).rootKey, { address, agency, function: name });
  }

  /** By the helper's key as the holder's own mandate names it, within its time and its rights. */
  async #sent({ jwe, mandate: id, act }: ArrivalAnswer, signed: ReadonlyMap<string, Mandate>): Promise<Content> {
    const mandate = signed.get(id ?? "");
    if (mandate === undefined) {
      throw damaged();
    }
    const sent = await openSent(this.#parts.account.encryption, jwe, mandate.signing, mandate.mandate);
    if (sent.act !== act || sent.at < mandate.from || sent.at > mandate.until) {
      throw damaged();
    }
    return sent.act === "ask" ? this.#named(sent) : sent;
  }

  /** To whom, the registry says: the helper's words for an agency could be another's name. */
  async #named(sent: Asking): Promise<Asking> {
    const { functions } = await this.#parts.agencies.keys(sent.agency);
    const team = functions.find(one => one.function === sent.function);
    if (team === undefined) {
      throw damaged();
    }
    return { ...sent, agencyName: await this.#name(sent.agency) ?? sent.agency, functionName: team.names[this.#language] ?? team.names.fr ?? sent.function };
  }

  async #name(agency: string): Promise<string | undefined> {
    return this.#parts.agencies.name(agency, this.#language).catch(() => undefined);
  }

  #one(id: string) {
    const found = this.#opened.get(id);
    if (found === undefined) {
      throw fail("notFound");
    }
    return found;
  }

  #shown(id: string, served: ArrivalAnswer, content: Content | undefined, agencyName: string | undefined): WaitingItem {
    const base = { id, at: served.at, by: served.by, checked: content !== undefined };
    const now = this.#parts.manifests.now;
    if (served.act === "file") {
      const read = content?.act === "file" ? content : undefined;
      const old = now.papers.find(paper => paper.id === read?.paper);
      return { ...base, act: "file", ...(read === undefined ? {} : { paper: read.paper, title: read.title, kind: read.kind, ...(read.date === undefined ? {} : { date: read.date }) }), ...(old === undefined ? {} : { old: old.title }) };
    }
    if (served.act === "ask") {
      if (content?.act !== "ask") {
        return { ...base, act: "ask" };
      }
      const { papers, agency, agencyName: called, function: name, functionName, purpose, duration, action } = content;
      return { ...base, act: "ask", loan: { agency, agencyName: called, function: name, functionName, purpose, duration, action, papers: lentPapers(now, papers) } };
    }
    const read = content?.act === "add" || content?.act === "deposit" ? content : undefined;
    return {
      ...base, act: served.act,
      ...(served.agency === undefined ? {} : { agency: served.agency, ...(agencyName === undefined ? {} : { agencyName }) }), ...(served.function === undefined ? {} : { function: served.function }),
      ...(read === undefined ? {} : {
        title: read.title, kind: read.kind, size: read.size, ...(read.date === undefined ? {} : { date: read.date }),
        ...(read.act === "deposit" && read.message !== undefined ? { message: read.message } : {}),
      }),
    };
  }
}
