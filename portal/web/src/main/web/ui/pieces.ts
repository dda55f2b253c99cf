import { html, nothing, type TemplateResult } from "lit-html";
import { t, type Key } from "../i18n/index.ts";

export type Piece = TemplateResult | typeof nothing;
type Tone = "good" | "bad" | "warm" | "plain";

export function pictogram(name: string): TemplateResult {
  return html`<svg class="pictogram" aria-hidden="true" focusable="false"><use href="${document.body.dataset["pictograms"] ?? ""}#${name}"></use></svg>`;
}

interface ActionLook {
  readonly look?: "primary" | "quiet" | "danger" | "danger primary";
  readonly busy?: boolean;
  readonly submit?: boolean;
  readonly value?: string;
}

/** A control that does something: its stable name, its pictogram and its words. */
export function action(name: string, picture: string, words: string, run?: () => void, { look, busy, submit, value }: ActionLook = {}): TemplateResult {
  return html`<button type=${submit ? "submit" : "button"} class="button ${look ?? ""}" data-action=${name} data-value=${value ?? nothing}
    aria-disabled=${busy ? "true" : nothing} @click=${(event: Event) => {
      if (busy) event.preventDefault();
      else run?.();
    }}>${pictogram(busy ? "hourglass" : picture)}<span>${words}</span></button>`;
}

/** A message to the person, found by its stable name; bad news interrupts, the rest waits. */
export function notice(name: string, tone: Tone, body: TemplateResult | string): TemplateResult {
  const picture = { good: "check", bad: "warning", warm: "info", plain: "info" }[tone];
  return html`<div class="notice ${tone}" data-message=${name} role=${tone === "bad" ? "alert" : "status"}>${pictogram(picture)}<div>${
    typeof body === "string" ? html`<p>${body}</p>` : body}</div></div>`;
}

export interface Option {
  readonly value: string;
  readonly words: string;
  readonly hint?: string | undefined;
  readonly picture: string;
}

interface ChoicesLook {
  readonly shape?: "few" | "compact";
  readonly type?: "radio" | "checkbox";
  readonly hideLegend?: boolean;
}

/** One question with its answers as large tiles; native radios (or boxes) underneath, so that every keyboard and reader knows them. */
export function choices(name: string, legend: string, options: readonly Option[], chosen: (value: string) => boolean,
  choose: (value: string, checked: boolean) => void, { shape, type = "radio", hideLegend = false }: ChoicesLook = {}): TemplateResult {
  return html`<fieldset class="field"><legend class=${hideLegend ? "visually-hidden" : ""}>${legend}</legend>
    <div class="choices ${shape ?? ""}">${options.map(option => html`<label class="choice" data-value=${option.value}>
      <input type=${type} name=${name} value=${option.value} .checked=${chosen(option.value)}
        @change=${(event: Event) => choose(option.value, (event.target as HTMLInputElement).checked)}>
      ${pictogram(option.picture)}<span>${option.words}${option.hint ? html`<small>${option.hint}</small>` : nothing}</span></label>`)}</div></fieldset>`;
}

export interface Fact {
  readonly picture: string;
  readonly term: Key;
  readonly words: TemplateResult | string;
}

/** What, who, until when: a list that can be read by its pictures. */
export function facts(list: readonly (Fact | undefined)[]): TemplateResult {
  return html`<dl class="facts">${list.map(fact => fact && html`<div><dt>${pictogram(fact.picture)}${t(fact.term)}</dt><dd>${fact.words}</dd></div>`)}</dl>`;
}

export function submitted(run: () => void): (event: Event) => void {
  return event => {
    event.preventDefault();
    run();
  };
}

export function typed(set: (value: string) => void): (event: Event) => void {
  return event => set((event.target as HTMLInputElement).value);
}
