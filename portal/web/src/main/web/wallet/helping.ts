import type { Clock } from "../api/clock.ts";
import type { HelpingAnswer, People } from "../api/people.ts";
import { isNamed } from "../api/problem.ts";
import type { Account } from "../crypto/account.ts";
import { readForeignCard } from "../crypto/account.ts";
import { addressCode, addressText } from "../crypto/address.ts";
import { openSent, sealSent, type Sent } from "../crypto/arrival.ts";
import { b64u, fromB64u, random, randomId } from "../crypto/bytes.ts";
import { grouped } from "../crypto/crockford.ts";
import { samePoint, thumbprint, type PublicJwk } from "../crypto/curve.ts";
import { openPaper, sealPaper } from "../crypto/envelope.ts";
import { damaged, fail } from "../crypto/failure.ts";
import { claimedAnchor, commitment, comparison, pinMandate, readMandate, readPin, type Mandate } from "../crypto/mandate.ts";
import { openShelf, type Shelf } from "../crypto/shelf.ts";
import { stamp } from "../crypto/time.ts";
import { answer } from "./mandates.ts";
import type { Meetings } from "./meetings.ts";
import type { Helping, HelpingView, LaidOut, NewArrival, Offered, SentItem, ShelfPaper } from "./people.ts";
import type { LoanRequest } from "./types.ts";

const PAUSE = 2000;
/** Types a browser shows without running anything. */
const SHOWN = /^(application\/pdf|image\/(jpeg|png|webp|gif|heic|heif|tiff|bmp)|text\/plain)$/;

interface Parts {
  readonly people: People;
  readonly meetings: Meetings;
  readonly clock: Clock;
  readonly account: Account;
  readonly me: { readonly account: string; readonly username: string };
  readonly card: () => Promise<string>;
}

interface Held {
  readonly mandate: Mandate;
  readonly anchor: PublicJwk;
  readonly served: HelpingAnswer;
}

/** What one does for others. A mandate counts only when this account noted at a table whose it is: a server's mandate has no such note. */
export class AccountHelping implements Helping {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async list(): Promise<readonly HelpingView[]> {
    const { people } = this.#parts;
    return (await Promise.all((await people.helping()).map(served => this.#view(served).catch(() => undefined)))).filter(view => view !== undefined);
  }

  async offer(language: string): Promise<Offered> {
    const { meetings, me } = this.#parts;
    const [number, card] = [b64u(random(16)), await this.#parts.card()];
    const { meeting, code } = await meetings.open(JSON.stringify({ card, account: me.account, name: me.username, language, commitment: await commitment(number) }));
    let holder: PublicJwk | undefined;
    return {
      code: grouped(code), qr: meeting,
      met: async signal => {
        const said = await meetings.heard(meeting, "answer", signal);
        if (said === undefined) {
          return undefined;
        }
        const theirs = answer(JSON.parse(said));
        const words = await comparison({ card, account: me.account, number }, { card: theirs.card, account: theirs.account, number: theirs.number });
        await meetings.say(meeting, "reply", number);
        holder = (await readForeignCard(theirs.card, theirs.account)).signing;
        return { name: theirs.name, words };
      },
      accept: signal => (holder === undefined ? Promise.resolve(undefined) : this.#accept(holder, signal)),
      drop: () => meetings.drop(meeting),
    };
  }

  /** The one that the person at the table has just signed, and no other. */
  async #accept(holder: PublicJwk, signal: AbortSignal): Promise<HelpingView | undefined> {
    const { people, account } = this.#parts;
    while (!signal.aborted) {
      const waiting = (await people.helping()).filter(served => served.pin === undefined && served.state === "given");
      for (const served of waiting) {
        if (samePoint(await claimedAnchor(served.jws), holder)) {
          const { mandate } = await readMandate(served.jws, holder);
          const pin = await pinMandate(account, mandate, holder);
          await people.pin(mandate, pin);
          return this.#view({ ...served, pin });
        }
      }
      await new Promise(done => setTimeout(done, PAUSE));
    }
    return undefined;
  }

  async shelf(id: string): Promise<LaidOut | undefined> {
    const shelf = await this.#shelf(await this.#held(id));
    if (shelf === undefined) {
      return undefined;
    }
    const { card, papers } = shelf;
    return {
      card: { name: card.name, text: addressText(card.key), code: await addressCode(card.key) },
      papers: papers.map(({ id: paper, version, title, kind, date, key }) => ({ id: paper, version, title, kind, readable: key !== undefined, ...(date === undefined ? {} : { date }) })),
    };
  }

  async sent(id: string): Promise<readonly SentItem[]> {
    const { people, account } = this.#parts;
    const items = await Promise.all((await people.sent(id)).map(async ({ arrival, act, at, copy }) => {
      const read = await openSent(account.encryption, copy, account.anchor, id).catch(() => undefined);
      return read === undefined ? undefined : { id: arrival, act, at, title: read.act === "ask" ? read.agencyName : read.title, ...(read.act === "ask" ? {} : { kind: read.kind }) };
    }));
    return items.filter(item => item !== undefined);
  }

  /** Under a key of its own, known to the helper's browser while it seals and to the holder. */
  async add(id: string, file: Blob, { thumbnail, ...meta }: NewArrival, progress: (fraction: number) => void = () => undefined): Promise<void> {
    const held = await this.#held(id);
    const [paper, key] = [randomId(), random(32)];
    try {
      const sealed = await sealPaper(file, key, paper, 1, part => progress(part * 0.25));
      await this.#parts.people.bring(id, paper, sealed, part => progress(0.25 + part * 0.75));
      await this.#send(held, paper, {
        suite: 1, act: "add", mandate: id, paper, version: 1, hash: sealed.hash, size: file.size, ...meta, ...(thumbnail === undefined ? {} : { thumbnail }),
        key: b64u(key), at: this.#now(),
      });
    } finally {
      key.fill(0);
    }
  }

  async proposeFiling(id: string, paper: string, meta: { readonly title: string; readonly kind: string; readonly date?: string }): Promise<void> {
    await this.#send(await this.#held(id), randomId(), { suite: 1, act: "file", mandate: id, paper, ...meta, at: this.#now() });
  }

  async proposeLoan(id: string, loan: LoanRequest): Promise<void> {
    await this.#send(await this.#held(id), randomId(), { suite: 1, act: "ask", mandate: id, ...loan, at: this.#now() });
  }

  /** The server is asked first, so that an attempt it refuses is in the holder's log. */
  async open(id: string, paper: ShelfPaper, action: "look" | "print"): Promise<{ readonly blob: Blob; readonly type: string }> {
    const { people } = this.#parts;
    const { opening } = await people.openHelping(id, paper.id, paper.version, action);
    const entry = (await this.#shelf(await this.#held(id)))?.papers.find(one => one.id === paper.id && one.version === paper.version);
    if (entry?.key === undefined || entry.hash === undefined) {
      throw fail("helpRefused", { reason: "notShared" });
    }
    const { version, hash, size } = entry;
    const dek = fromB64u(entry.key);
    const type = SHOWN.test(entry.type) ? entry.type : "application/octet-stream";
    try {
      const response = await people.openedHelping(opening);
      return { blob: await openPaper(response.body ?? new Blob().stream(), dek, { paper: paper.id, version, hash, size }, type), type };
    } finally {
      dek.fill(0);
    }
  }

  async giveBack(id: string): Promise<void> {
    await this.#parts.people.giveBack(id);
  }

  async #send({ mandate }: Held, arrival: string, sent: Sent): Promise<void> {
    const { people, account } = this.#parts;
    await people.send(mandate.mandate, { arrival, act: sent.act, ...await sealSent(account, mandate.to, sent) });
  }

  async #shelf({ mandate, anchor, served }: Held): Promise<Shelf | undefined> {
    return served.shelf === undefined ? undefined : openShelf(this.#parts.account, anchor, mandate.mandate, served.shelf);
  }

  async #held(id: string): Promise<Held> {
    const served = (await this.#parts.people.helping()).find(one => one.mandate === id);
    if (served === undefined) {
      throw fail("notFound");
    }
    return this.#verified(served);
  }

  async #verified(served: HelpingAnswer): Promise<Held> {
    const { account, me } = this.#parts;
    const anchor = await claimedAnchor(served.jws);
    const pinned = served.pin === undefined ? undefined : await readPin(account, served.pin, served.mandate);
    const mandate = await readMandate(served.jws, anchor);
    if (pinned !== await thumbprint(anchor) || mandate.helper !== me.account || mandate.mandate !== served.mandate || !samePoint(mandate.signing, account.anchor)) {
      throw damaged();
    }
    return { mandate, anchor, served };
  }

  async #view(served: HelpingAnswer): Promise<HelpingView> {
    const trusted = await this.#verified(served).then(() => true, error => {
      if (isNamed(error, "damaged")) return false;
      throw error;
    });
    const { mandate: id, holderName: name, rights, from, until } = await readMandate(served.jws, await claimedAnchor(served.jws));
    return { id, name, rights, from, until, state: served.state, papers: [], trusted, ...(served.endedAt === undefined ? {} : { endedAt: served.endedAt }) };
  }

  #now(): string {
    return stamp(this.#parts.clock.now());
  }
}
