import { html, nothing } from "lit-html";
import { t } from "../i18n/index.ts";
import { action, notice, type Piece } from "../ui/pieces.ts";
import { isRunning, kit, reopeningSentence } from "../views/kit.ts";
import type { Reopening } from "../wallet/kit.ts";
import type { Session } from "../wallet/types.ts";
import type { App } from "./app.ts";
import { say } from "./message.ts";

const PAUSE = 60_000;

/** Tells the holder, on every page, that somebody shows cards to reopen this wallet, and stops them in one tap. */
export class Reopenings {
  readonly #app: App;
  #known: readonly Reopening[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(app: App) {
    this.#app = app;
  }

  watch(session: Session): void {
    if (!session.me.roles.includes("holder")) return;
    const look = (): void => void session.kit.reopenings().then(found => this.#learn(found), () => undefined);
    this.#timer = setInterval(look, PAUSE);
    look();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#known = [];
  }

  /** One notice at a time: the newest that can still be stopped, else the newest that opened. */
  piece(): Piece {
    const [one] = this.#known.filter(found => found.stage !== "opened").concat(this.#known);
    if (one === undefined) return nothing;
    const over = one.stage === "opened";
    return html`<div class="no-print">${notice("reopening", over ? "warm" : "bad", html`<p><strong>${reopeningSentence(one)}</strong></p><p>${t(over ? "reopening.openedWhat" : "reopening.what")}</p>
      <div class="actions">${over ? action("noted", "check", t("reopening.noted"), () => this.#do(() => this.#app.session.kit.noted(one.recovery)))
        : action("stop-reopening", "refused", t("reopening.stop"), () => this.#stop(one), { look: "danger primary", busy: this.#app.busy })}</div>`)}</div>`;
  }

  #stop(one: Reopening): void {
    this.#do(async () => {
      await this.#app.session.kit.stop(one.recovery);
      this.#app.show(kit(this.#app), say("reopeningStopped", "message.reopeningStopped"));
    });
  }

  #do(act: () => Promise<void>): void {
    void this.#app.run(async () => {
      await act();
      this.#learn(await this.#app.session.kit.reopenings());
    });
  }

  #learn(found: readonly Reopening[]): void {
    // A name alone, without any card, opens nothing and alarms nobody: it stands on the page of the cards.
    const known = found.filter(one => isRunning(one) && one.cards.length > 0);
    const changed = JSON.stringify(known) !== JSON.stringify(this.#known);
    this.#known = known;
    if (changed) this.#app.refresh();
  }
}
