import { decodeProtectedHeader } from "jose";
import type { NewMask } from "../../api/views.ts";
import { thumbprint } from "../../crypto/curve.ts";
import type { View } from "../../crypto/view.ts";
import type { Keyset } from "../../crypto/keyset.ts";

export interface FakeMask extends Omit<NewMask, "shows" | "view"> {
  readonly parent: string | undefined;
  view: View;
  manifest: string;
  version: number;
  until: string;
  endedAt?: string;
  readonly shows: Set<string>;
  /** Thumbprints of the doors that may lift it. */
  readonly codes: readonly string[];
}

/** The masks of the fake node's accounts. The root view shows everything, so only masks have a list of what they show. */
export class FakeViews {
  readonly #masks = new Map<string, FakeMask[]>();
  /** Every session of an account that was opened before this count is closed. */
  readonly #epochs = new Map<string, number>();

  of(account: string): readonly FakeMask[] {
    return this.#masks.get(account) ?? [];
  }

  /** The newest one that is neither lifted nor over. */
  current(account: string, now: number): FakeMask | undefined {
    return this.of(account).filter(mask => live(mask, now)).at(-1);
  }

  /** What a token is good for: until sessions are closed, or another view takes the place of this one. */
  session(account: string, now: number): string {
    return `${this.#epochs.get(account) ?? 0}/${this.current(account, now)?.view.view}`;
  }

  close(account: string): void {
    this.#epochs.set(account, (this.#epochs.get(account) ?? 0) + 1);
  }

  async set(account: string, { shows, ...body }: NewMask, held: Keyset, now: number): Promise<boolean> {
    const current = this.current(account, now);
    if (current !== undefined && shows.some(id => !current.shows.has(id))) {
      return false;
    }
    const codes = await Promise.all(held.wrapped.flatMap(entry => (entry.door === undefined ? [] : [thumbprint(entry.door)])));
    this.#masks.set(account, [...this.of(account), { ...body, parent: current?.view.view, shows: new Set(shows), codes }]);
    this.close(account);
    return true;
  }

  lift(account: string, jws: string, now: number): void {
    const kid = String(decodeProtectedHeader(jws).kid);
    const from = this.of(account).findIndex(mask => live(mask, now) && mask.codes.includes(kid));
    for (const mask of from < 0 ? [] : this.of(account).slice(from).filter(inner => live(inner, now))) {
      mask.endedAt = new Date(now).toISOString().replace(/\.\d+/, "");
    }
    this.close(account);
  }

  /** A new object shows in every view that is live. */
  show(account: string, id: string, now: number): void {
    this.of(account).filter(mask => live(mask, now)).forEach(mask => mask.shows.add(id));
  }

  ended(account: string, now: number): readonly object[] {
    const inside = (mask: FakeMask, outer: string | undefined): boolean =>
      mask.parent === outer || this.of(account).some(other => other.view.view === mask.parent && inside(other, outer));
    return this.of(account).filter(mask => !live(mask, now) && inside(mask, this.current(account, now)?.view.view))
      .map(({ view, manifest, version, until, endedAt = until }) => ({ ...view, manifest, version, until, endedAt }));
  }

  drop(account: string, view: string): void {
    this.#masks.set(account, this.of(account).filter(mask => mask.view.view !== view));
  }
}

function live({ until, endedAt }: FakeMask, now: number): boolean {
  return endedAt === undefined && Date.parse(until) > now;
}
