import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import { language, t } from "../i18n/index.ts";
import { words } from "../i18n/words.ts";
import { action, pictogram, typed } from "../ui/pieces.ts";
import { secretClass, secretType } from "../ui/secret.ts";
import { suggestPassphrase } from "../wallet/index.ts";
import { SHORTEST } from "./create-wallet.ts";

/** A passphrase in the place of another: proposed in words, or one's own, and written down before it counts. */
export class NewPassphrase {
  readonly #app: App;
  #spoken = language();
  #proposal = suggestPassphrase(words(this.#spoken));
  #value = this.#proposal;
  #shown = true;

  constructor(app: App) {
    this.#app = app;
  }

  /** Undefined, and the person is told why, while it is too short. */
  take(): string | undefined {
    if (this.#value.length >= SHORTEST) return this.#value;
    this.#app.tell(say("passphraseShort", "message.passphraseShort", "bad"));
    return undefined;
  }

  piece(): TemplateResult {
    const own = this.#value !== this.#proposal;
    return html`<div class="with-pictogram">${pictogram("key")}<div><div class="field">
        <label for="newPassphrase">${t("newPassphrase.label")}</label>
        <input id="newPassphrase" class="passphrase ${secretClass(this.#shown)}" name="newPassphrase" type=${secretType(this.#shown)} aria-describedby="newPassphrase-warning"
          autocomplete="off" autocapitalize="none" spellcheck="false" dir="auto" .value=${this.#value} @input=${typed(value => this.#write(value))}></div>
      ${own || !this.#shown ? nothing : html`<ol class="passphrase-words" lang=${this.#spoken} aria-hidden="true">${this.#proposal.split("-").map(word => html`<li>${word}</li>`)}</ol>`}
      <div class="row">${action("suggest-passphrase", "dice", t("create.another"), () => this.#propose())}
        ${action("show-new-passphrase", this.#shown ? "eye-off" : "eye", t(this.#shown ? "create.hide" : "create.show"), () => {
          this.#shown = !this.#shown;
          this.#app.refresh();
        }, { look: "quiet" })}</div>
      <p id="newPassphrase-warning"><strong>${t("create.writeDown")}</strong></p></div></div>`;
  }

  #propose(): void {
    this.#spoken = language();
    this.#value = this.#proposal = suggestPassphrase(words(this.#spoken));
    this.#app.refresh();
  }

  #write(value: string): void {
    this.#value = value;
    this.#app.refresh();
  }
}
