import { html, nothing, render } from "lit-html";
import type { Config, Language, Session } from "../wallet/types.ts";
import { direction, language, speak, t } from "../i18n/index.ts";
import { seconds } from "../i18n/format.ts";
import { notice } from "../ui/pieces.ts";
import { clearSheets } from "../ui/sheet.ts";
import { Idle } from "./idle.ts";
import { kioskLine } from "./kiosk-line.ts";
import { atKiosk, onward } from "./kiosk.ts";
import { draw, failed, type Message } from "./message.ts";
import { navigation } from "./navigation.ts";
import { Reopenings } from "./reopenings.ts";
import { redress } from "./shell.ts";
import { tabTitle } from "./tab.ts";
import type { View } from "./view.ts";

/** Holds the one view on screen and, after sign-in, the session; draws both and lets go of both. */
export class App {
  readonly config: Config;
  readonly #host: HTMLElement;
  #session: Session | undefined;
  #view: View | undefined;
  #message: Message | undefined;
  #busy = 0;
  #warning = 0;
  #gone = false;
  readonly #reopenings = new Reopenings(this);
  readonly #idle = new Idle(left => this.#warn(left), () => this.#absent());

  constructor(config: Config, host: HTMLElement) {
    this.config = config;
    this.#host = host;
  }

  get session(): Session {
    if (this.#session === undefined) throw new Error("nobody signed in");
    return this.#session;
  }

  get signedIn(): Session | undefined {
    return this.#session;
  }

  get busy(): boolean {
    return this.#busy > 0;
  }

  /** From now on somebody's keys are here: the clock of absence runs, and closing the page forgets everything. */
  enter(session: Session): void {
    this.#session = session;
    // Closed from elsewhere, or by the person here: nothing of it may stay, and it does not come back by itself.
    void session.closed.then(() => {
      if (this.#session === session) this.leave("closed");
    });
    this.#reopenings.watch(session);
    this.#idle.start();
    // A reload asks for the passphrase again, under an address that says nothing.
    history.replaceState(null, "", onward(`/sign-in?lang=${language()}`));
  }

  show(view: View, message?: Message): void {
    if (this.#gone) return;
    this.#view?.dispose?.();
    this.#view = view;
    this.#message = message;
    document.documentElement.dataset["view"] = view.name;
    this.refresh();
    scrollTo(0, 0);
    this.#host.querySelector<HTMLElement>("h1")?.focus();
    if (view.start) void this.run(() => view.start?.() ?? Promise.resolve(), message);
  }

  refresh(): void {
    const view = this.#view;
    if (view === undefined || this.#gone) return;
    document.title = tabTitle(view.title());
    render(html`<div class="view ${view.wide ? "wide" : ""}" aria-busy=${this.busy ? "true" : "false"}>
      ${this.#session === undefined ? nothing : navigation(this, this.#session, view.name)}
      ${atKiosk() ? kioskLine() : nothing}
      ${this.#warning > 0 ? notice("idle", "warm", html`<p>${t("idle.warning", { left: seconds(this.#warning) })}</p>`) : nothing}
      ${this.#session === undefined || view.name === "lost" ? nothing : this.#reopenings.piece()}
      <h1 tabindex="-1">${view.title()}</h1>
      <div class="message">${this.#message === undefined ? nothing : draw(this.#message)}</div>
      ${view.render()}</div>`, this.#host);
  }

  tell(message: Message | undefined): void {
    this.#message = message;
    this.refresh();
    if (message !== undefined) this.#host.querySelector(".message")?.scrollIntoView({ block: "nearest" });
  }

  /** Does something that takes time or may fail. What was typed stays; a failure becomes a sentence. A view that is gone by then is left alone. */
  async run(task: () => Promise<void>, keep?: Message): Promise<void> {
    const view = this.#view;
    this.#busy++;
    this.#message = keep;
    this.refresh();
    try {
      await task();
    } catch (error) {
      if (view === this.#view) this.tell(failed(error));
    } finally {
      this.#busy--;
      this.refresh();
    }
  }

  /** Something the person asked for goes on: they are not absent. */
  readonly alive = (): void => this.#idle.touch();

  speak(chosen: Language): void {
    speak(chosen);
    document.documentElement.lang = chosen;
    document.documentElement.dir = direction(chosen);
    redress(chosen);
    this.refresh();
  }

  /** Forgets keys, tokens and what is on screen, then goes to a page that says so. Going back shows nothing: there is nothing left to show. */
  leave(why: "left" | "idle" | "closed"): void {
    if (this.#gone) return;
    const gone = (): void => location.replace(onward(`/sign-in?lang=${language()}&${why}`));
    Promise.race([this.forget(), new Promise(done => setTimeout(done, 2000))]).then(gone, gone);
  }

  /** There is no session any more, and still something to say: keys and tokens go, the page stays until it is left. */
  async end(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    this.#reopenings.stop();
    await session?.leave().catch(() => undefined);
  }

  /** Keys and tokens are dropped and the screen is empty when this returns, whatever becomes of the rest. */
  async forget(): Promise<void> {
    const session = this.#session;
    this.#gone = true;
    this.#idle.stop();
    this.#reopenings.stop();
    this.#view?.dispose?.();
    this.#view = undefined;
    this.#session = undefined;
    clearSheets();
    render(nothing, this.#host);
    document.title = "Passerelle";
    await session?.leave().catch(() => undefined);
  }

  /** At a shared computer, also what somebody typed and left behind is not for the next one. */
  guard(): void {
    if (atKiosk()) this.#idle.start();
  }

  #absent(): void {
    const typed = Array.from(this.#host.querySelectorAll("input"), input => input.value).some(value => value !== "");
    if (this.#session === undefined && this.#view?.name === "sign-in" && !typed) this.#idle.start();
    else this.leave("idle");
  }

  #warn(left: number): void {
    this.#warning = Math.ceil(left / 5000) * 5000 / 1000;
    this.refresh();
  }
}
