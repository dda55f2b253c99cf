import { html, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import { t } from "../i18n/index.ts";
import { action, pictogram, typed } from "./pieces.ts";
import { secretClass, secretType } from "./secret.ts";

/** Where a passphrase that exists is typed. What was typed stays when something fails, and goes when it has done its work. */
export class PassphraseField {
  readonly #app: App;
  #value = "";
  #shown = false;

  constructor(app: App) {
    this.#app = app;
  }

  get value(): string {
    return this.#value;
  }

  clear(): void {
    this.#value = "";
  }

  piece(words: string, hint?: string): TemplateResult {
    return html`<div class="with-pictogram">${pictogram("key")}<div class="field">
      <label for="passphrase">${words}</label>
      ${hint === undefined ? "" : html`<p class="hint" id="passphrase-hint">${hint}</p>`}
      <div class="joined"><input id="passphrase" name="passphrase" type=${secretType(this.#shown)} class=${secretClass(this.#shown)} autocomplete="off" autocapitalize="none" spellcheck="false"
        dir="auto" .value=${this.#value} @input=${typed(value => { this.#value = value; })}>
      ${action("show-passphrase", this.#shown ? "eye-off" : "eye", t(this.#shown ? "create.hide" : "create.show"), () => {
        this.#shown = !this.#shown;
        this.#app.refresh();
      })}</div></div></div>`;
  }
}
