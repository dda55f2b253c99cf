import type { People } from "../api/people.ts";
import type { Clock } from "../api/clock.ts";
import { readForeignCard, type Account } from "../crypto/account.ts";
import { b64u, random, randomId } from "../crypto/bytes.ts";
import { damaged, fail, orDamaged } from "../crypto/failure.ts";
import { commitment, comparison, readMandate, RIGHTS, signMandate, type Mandate, type Right } from "../crypto/mandate.ts";
import type { MandateNote, PaperEntry } from "../crypto/manifest.ts";
import { b32, named, object, text } from "../crypto/shape.ts";
import { sealShelf } from "../crypto/shelf.ts";
import { stamp } from "../crypto/time.ts";
import type { HolderAddresses } from "./addresses.ts";
import type { Manifests } from "./manifests.ts";
import type { Meetings } from "./meetings.ts";
import type { FoundHelper, Mandates, MandateTerms, MandateView } from "./people.ts";
import { plus } from "./window.ts";

/** What both sides of a table say, in this order. */
export const offer = object({ card: text, account: named, name: text, language: text, commitment: b32 });
export const answer = object({ card: text, account: named, name: text, number: text });

interface Parts {
  readonly people: People;
  readonly meetings: Meetings;
  readonly clock: Clock;
  readonly account: Account;
  readonly manifests: Manifests;
  readonly addresses: HolderAddresses;
  readonly me: { readonly account: string; readonly username: string };
  /** The account's own card. */
  readonly card: () => Promise<string>;
}

/** What the holder lets others do. The list of it is in the manifest; what the server shows must be signed by this account. */
export class HolderMandates implements Mandates {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async list(): Promise<readonly MandateView[]> {
    const { people, account, manifests } = this.#parts;
    const given = await people.mandates();
    return Promise.all(given.map(async ({ jws, state, endedAt }) => {
      const { mandate: id, helperName: name, rights, from, until } = await readMandate(jws, account.anchor);
      const papers = manifests.now.mandates.find(note => note.id === id)?.papers ?? [];
      return { id, name, rights, from, until, state, papers, ...(endedAt === undefined ? {} : { endedAt }) };
    }));
  }

  /** The mandates as signed, by id: what came under one is held against it. */
  async signed(): Promise<ReadonlyMap<string, Mandate>> {
    const { people, account } = this.#parts;
    const all = new Map<string, Mandate>();
    for (const { jws } of await people.mandates()) {
      const read = await readMandate(jws, account.anchor).catch(() => undefined);
      if (read?.holder === account.account) {
        all.set(read.mandate, read);
      }
    }
    return all;
  }

  async find(name: string, signal: AbortSignal): Promise<FoundHelper | undefined> {
    const { meetings, me } = this.#parts;
    const { meeting, offer: said } = await meetings.find(name);
    const helper = await orDamaged(async () => Promise.resolve(offer(JSON.parse(said))));
    const keys = await readForeignCard(helper.card, helper.account);
    if (helper.account === me.account) {
      throw fail("ownMandate");
    }
    const number = b64u(random(16));
    const card = await this.#parts.card();
    await meetings.say(meeting, "answer", JSON.stringify({ card, account: me.account, name: me.username, number }));
    const shown = await meetings.heard(meeting, "reply", signal);
    if (shown === undefined) {
      return undefined;
    }
    if (await commitment(shown).catch(() => "") !== helper.commitment) {
      throw damaged();
    }
    const words = await comparison({ card: helper.card, account: helper.account, number: shown }, { card, account: me.account, number });
    return { name: helper.name, words, language: helper.language, give: terms => this.#give(helper, keys, terms) };
  }

  /** The note is written before the mandate, as with loans. */
  async #give(helper: ReturnType<typeof offer>, { signing, encryption }: Pick<MandateNote, "signing" | "encryption">, { rights, duration, papers }: MandateTerms): Promise<MandateView> {
    const { people, account, manifests, clock, me } = this.#parts;
    const from = stamp(clock.now());
    const note: MandateNote = {
      id: randomId(), account: helper.account, name: helper.name, signing, encryption, rights: ordered(rights), from, until: plus(from, duration), papers: laid(rights, papers),
    };
    const jws = await signMandate(account, terms(note, 1, me.username));
    await manifests.change(now => ({ ...now, mandates: [...now.mandates, note] }));
    try {
      await people.giveMandate(jws);
    } catch (error) {
      await manifests.change(now => ({ ...now, mandates: now.mandates.filter(one => one.id !== note.id) })).catch(() => undefined);
      throw error;
    }
    await this.#layOut(note);
    return { id: note.id, name: note.name, rights: note.rights, from, until: note.until, state: "given", papers: note.papers ?? [] };
  }

  async change(id: string, rights: readonly Right[], papers: readonly string[]): Promise<void> {
    const { people, account, manifests, me } = this.#parts;
    const before = (await this.signed()).get(id);
    const note = manifests.now.mandates.find(one => one.id === id);
    if (before === undefined || note === undefined) {
      throw fail("notFound");
    }
    const next: MandateNote = { ...note, rights: ordered(rights), papers: laid(rights, papers) };
    if (next.rights.join() !== before.rights.join()) {
      await people.changeMandate(id, await signMandate(account, { ...terms(next, before.version + 1, me.username), holderName: before.holderName }));
    }
    await manifests.change(now => ({ ...now, mandates: now.mandates.map(one => (one.id === id ? next : one)) }));
    await this.#layOut(next);
  }

  /** The server first: what it refuses from now on, it refuses whatever happens to this browser. */
  async end(id: string): Promise<void> {
    const { people, manifests, clock } = this.#parts;
    await people.endMandate(id);
    const over = stamp(clock.now());
    await manifests.change(now => ({ ...now, mandates: now.mandates.map(one => (one.id === id && one.until > over ? { ...one, until: over, papers: [] } : one)) }));
  }

  /** Only for mandates of this wallet's own list: one that only the server shows may bring things, and is laid out nothing. */
  async layOut(): Promise<void> {
    const now = this.#parts.clock.now();
    for (const note of this.#parts.manifests.now.mandates.filter(one => Date.parse(one.until) > now)) {
      await this.#layOut(note).catch(() => undefined);
    }
  }

  async #layOut(note: MandateNote): Promise<void> {
    const { people, account, manifests, clock, addresses, me } = this.#parts;
    const key = (await addresses.own()).publicKey;
    // Whoever prints the card for the holder must print one that is found.
    await addresses.card();
    const chosen = manifests.now.papers.filter(paper => note.papers?.includes(paper.id) === true);
    const reads = note.rights.includes("read");
    const jwe = await sealShelf(account, note.encryption, {
      mandate: note.id, at: stamp(clock.now()), card: { name: me.username, key }, papers: chosen.map(paper => entry(paper, reads)),
    });
    await people.layOut(note.id, jwe, reads ? chosen.map(({ id, version }) => ({ paper: id, version })) : []);
  }
}

function entry({ id, version, title, kind, date, type, size, hash, key }: PaperEntry, reads: boolean) {
  return { id, version, title, kind, ...(date === undefined ? {} : { date }), type, size, ...(reads ? { hash, key } : {}) };
}

function ordered(rights: readonly Right[]): readonly Right[] {
  return RIGHTS.filter(right => rights.includes(right));
}

/** A blind helper is laid out nothing, whatever was ticked before. */
function laid(rights: readonly Right[], papers: readonly string[]): readonly string[] {
  return rights.some(right => right !== "add") ? papers : [];
}

function terms({ id, account, name, signing, encryption, rights, from, until }: MandateNote, version: number, holderName: string) {
  return { mandate: id, version, holderName, helper: account, helperName: name, signing, encryption, rights, from, until };
}
