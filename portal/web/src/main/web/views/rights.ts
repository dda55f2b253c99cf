import { html, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import { kindOf, label } from "../i18n/concepts.ts";
import { moment, span } from "../i18n/format.ts";
import { t, type Key } from "../i18n/index.ts";
import { choices, facts, pictogram, type Option } from "../ui/pieces.ts";
import type { Duration, MandateView, Right } from "../wallet/types.ts";

const RIGHTS: readonly (readonly [Right, string])[] = [["add", "add"], ["file", "pencil"], ["print", "print"], ["ask", "lend"], ["read", "eye"]];
const DURATIONS: readonly (readonly [Duration, string])[] = [["appointment", "clock"], ["day", "sun"], ["month", "calendar"], ["half-year", "calendar"], ["year", "calendar"]];

/** A mandate being thought about. Who prints has read, so printing brings reading along. */
export class MandateDraft {
  readonly rights: Set<Right>;
  readonly papers: Set<string>;
  duration: Duration | undefined;

  constructor(rights: readonly Right[] = ["add"], papers: readonly string[] = []) {
    this.rights = new Set(rights);
    this.papers = new Set(papers);
  }

  get sees(): boolean {
    return [...this.rights].some(right => right !== "add");
  }

  set(right: Right, on: boolean): void {
    if (on) this.rights.add(right);
    else this.rights.delete(right);
    if (right === "print" && on) this.rights.add("read");
    if (right === "read" && !on) this.rights.delete("print");
  }
}

export function rightsChoice(app: App, draft: MandateDraft): TemplateResult {
  const options: readonly Option[] = RIGHTS.map(([value, picture]) => ({ value, picture, words: t(`right.${value}`), hint: t(`right.${value}Hint`) }));
  return choices("helperRights", t("helpers.rights"), options, value => draft.rights.has(value as Right), (value, on) => {
    draft.set(value as Right, on);
    app.refresh();
  }, { type: "checkbox" });
}

export function durationChoice(app: App, draft: MandateDraft): TemplateResult {
  return choices("duration", t("helpers.duration"), DURATIONS.map(([value, picture]) => ({
    value, picture, words: t(`duration.${value}`), hint: value === "appointment" ? t("duration.appointmentHint") : undefined })), value => draft.duration === value, value => {
    draft.duration = value as Duration;
    app.refresh();
  }, { shape: "few" });
}

/** Asked only of who lets the helper see anything. */
export function papersChoice(app: App, draft: MandateDraft): TemplateResult {
  const papers = app.session.wallet.papers();
  return !draft.sees || papers.length === 0 ? html`` : html`${choices("helperPapers", t(draft.rights.has("read") ? "helpers.papersRead" : "helpers.papersSee"), papers.map(paper => ({
    value: paper.id, words: paper.title, hint: label(kindOf(paper.kind)), picture: kindOf(paper.kind).pictogram })), id => draft.papers.has(id), (id, on) => {
    if (on) draft.papers.add(id);
    else draft.papers.delete(id);
  }, { type: "checkbox" })}`;
}

export function isRunning(mandate: MandateView): boolean {
  return mandate.state === "given" && Date.parse(mandate.until) > Date.now();
}

export function mandateTag(mandate: MandateView): TemplateResult {
  const running = isRunning(mandate);
  const state = running ? "given" : mandate.state === "ended" ? "ended" : "expired";
  return html`<span class="tag ${running ? "good" : ""}">${pictogram(running ? "check" : "lock")}${t(`mandate.${state}` as Key)}</span>`;
}

export function rightsWords(rights: readonly Right[]): TemplateResult {
  return html`<ul class="plain">${RIGHTS.filter(([right]) => rights.includes(right)).map(([right, picture]) =>
    html`<li class="with-pictogram" data-right=${right}>${pictogram(picture)}<span>${t(`right.${right}`)}</span></li>`)}</ul>`;
}

export function mandateFacts(mandate: MandateView): TemplateResult {
  const left = Date.parse(mandate.until) - Date.now();
  return facts([
    { picture: "clock", term: mandate.endedAt === undefined ? "mandate.until" : "mandate.endedAt",
      words: isRunning(mandate) ? `${moment(mandate.until)} (${t("timeLeft", { span: span(left) })})` : moment(mandate.endedAt ?? mandate.until) },
    { picture: "check", term: "mandate.may", words: rightsWords(mandate.rights) },
  ]);
}
