import type { Consent } from "../api/consent.ts";
import type { Clock } from "../api/clock.ts";
import type { Keysets } from "../api/keysets.ts";
import type { Views } from "../api/views.ts";
import type { Account } from "../crypto/account.ts";
import { b64u, random } from "../crypto/bytes.ts";
import { damaged, fail, PasserelleError } from "../crypto/failure.ts";
import { makeView, withSlots, type Keyset } from "../crypto/keyset.ts";
import { EMPTY, sealManifest, type LoanNote, type Manifest, type ManifestContent, type MaskNote, type PaperEntry } from "../crypto/manifest.ts";
import { stamp } from "../crypto/time.ts";
import type { Manifests } from "./manifests.ts";
import { chosenPictures } from "./mask-pictures.ts";
import { maskHours, possible } from "./mask-hours.ts";
import type { Thumbnails } from "./thumbnails.ts";
import type { MaskHour, Masks } from "./types.ts";

/** A note of a mask that never came to be is kept this long: its answer may have been lost, and then it did. */
const FORGOTTEN = 62 * 86_400_000;

export interface MaskParts {
  readonly api: Consent;
  readonly clock: Clock;
  readonly account: Account;
  readonly manifests: Manifests;
  readonly keysets: Keysets;
  readonly views: Views;
  readonly thumbnails: Thumbnails;
}

/** Fixes which papers exist until an hour. The same in every wallet, masked or not. */
export class HolderMasks implements Masks {
  readonly #parts: MaskParts;
  readonly whole: boolean;

  constructor(parts: MaskParts, whole: boolean) {
    this.#parts = parts;
    this.whole = whole;
  }

  hours(): readonly MaskHour[] {
    return maskHours(new Date(this.#parts.clock.now()));
  }

  possible(until: Date): boolean {
    return possible(until, new Date(this.#parts.clock.now()));
  }

  loansWith(papers: readonly string[]): number {
    return shownLoans(this.#parts.manifests.now, papers).length;
  }

  async set(papers: readonly string[], until: Date): Promise<void> {
    if (!this.possible(until)) {
      throw fail("badWindow");
    }
    const { api, account, manifests, keysets, views, thumbnails } = this.#parts;
    const [held, served] = await Promise.all([keysets.read(), api.loans(), manifests.load()]);
    const chosen = manifests.now.papers.filter(paper => papers.includes(paper.id));
    if (chosen.length === 0 || chosen.length !== papers.length) {
      throw fail("unknownPaper");
    }
    // A note whose loan the server does not know shows nothing, and would be refused.
    const loans = shownLoans(manifests.now, papers).filter(note => served.some(loan => loan.loan === note.id));
    const { view, account: masked } = await makeView(await known(held?.keyset ?? refuse(), account));
    const content = { ...firstContent(manifests.now, loans), ...await chosenPictures(api, thumbnails, manifests.now, chosen) };
    const first = await sealManifest(masked, before(content), content);
    const note: MaskNote = { view: view.view, until: stamp(until.getTime()), papers };
    await manifests.change(now => ({ ...now, masks: [...this.#remembered(now), note] }));
    try {
      await views.mask({ view, manifest: first.jwe, version: first.manifest.version, shows: shows(content), until: note.until });
    } catch (error) {
      if (refusedForGood(error)) {
        await manifests.change(now => ({ ...now, masks: now.masks.filter(kept => kept.view !== note.view) })).catch(() => undefined);
      }
      throw error;
    }
  }

  #remembered(now: Manifest): readonly MaskNote[] {
    return now.masks.filter(note => Date.parse(note.until) > this.#parts.clock.now() - FORGOTTEN);
  }
}

/** A mask opens by every slot: one that the holder was not asked about yet must not open more than it does. */
async function known(keyset: Keyset, account: Account): Promise<Account> {
  const now = await withSlots(keyset, account);
  if (now.slots.some(slot => !keyset.view.sealed.some(sealed => sealed.slot === slot.slot))) {
    throw fail("newSlots");
  }
  return now;
}

/** Loans of which every paper stays; another would tell of a paper that is not there. */
function shownLoans(now: Manifest, papers: readonly string[]): readonly LoanNote[] {
  return now.loans.filter(loan => loan.papers.every(paper => papers.includes(paper)));
}

/** What a small wallet would know: nothing of favourites and mandates, and only the agencies of the loans that stay. */
function firstContent(now: Manifest, loans: readonly LoanNote[]): ManifestContent {
  const agencies = now.agencies.filter(pinned => loans.some(loan => loan.agency === pinned.agency));
  return { ...EMPTY, checkpoint: now.checkpoint, loans, agencies, ...(now.kit === undefined ? {} : { kit: now.kit }) };
}

/** A wallet with so many papers and loans was written as many times before. */
function before({ papers, loans }: { papers: readonly PaperEntry[]; loans: readonly LoanNote[] }): { manifest: { version: number }; hash: string } {
  return { manifest: { version: papers.length + loans.length }, hash: b64u(random(32)) };
}

function shows({ papers, blocks, loans }: Pick<ManifestContent, "papers" | "blocks" | "loans">): readonly string[] {
  return [...papers, ...blocks, ...loans].map(entry => entry.id);
}

/** Without an answer the mask may have been set: then the note of it must stay. */
function refusedForGood(error: unknown): boolean {
  const status = error instanceof PasserelleError ? error.failure.status ?? 0 : 0;
  return status >= 400 && status < 500 && status !== 401;
}

function refuse(): never {
  throw damaged();
}
