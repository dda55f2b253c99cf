import { html, type TemplateResult } from "lit-html";
import { label, purposeOf } from "../i18n/concepts.ts";
import { moment, span } from "../i18n/format.ts";
import { t, type Key } from "../i18n/index.ts";
import { facts, pictogram } from "../ui/pieces.ts";
import type { LoanState, LoanView } from "../wallet/types.ts";

const LIVE: ReadonlySet<LoanState> = new Set(["offered", "given"]);

export function isLive(loan: { readonly state: LoanState; readonly until: string }): boolean {
  return LIVE.has(loan.state) && Date.parse(loan.until) > Date.now();
}

/** The state as a picture and a word; a loan whose time has passed is over even before anybody wrote that down. */
export function stateTag(loan: { readonly state: LoanState; readonly until: string }): TemplateResult {
  const state: LoanState = LIVE.has(loan.state) && !isLive(loan) ? "expired" : loan.state;
  const live = LIVE.has(state);
  return html`<span class="tag ${live ? "good" : ""}">${pictogram(live ? "check" : state === "paused" ? "hourglass" : "lock")}${t(`state.${state}`)}</span>`;
}

export function timeLeft(loan: { readonly until: string }): string {
  const left = Date.parse(loan.until) - Date.now();
  return left > 0 ? t("timeLeft", { span: span(left) }) : t("timeOver");
}

export function agencyOf(loan: { readonly agency?: string; readonly agencyName?: string; readonly functionName?: string; readonly function?: string }): string {
  const team = loan.functionName ?? loan.function;
  return `${loan.agencyName ?? loan.agency ?? ""}${team === undefined ? "" : ` – ${team}`}`;
}

export function titles(papers: LoanView["papers"]): string {
  return papers.map(paper => paper.title ?? t("deletedPaper")).join(", ");
}

export function loanFacts(loan: LoanView): TemplateResult {
  const wanted = purposeOf(loan.purpose);
  return facts([
    { picture: "paper", term: "lend.what", words: html`<bdi>${titles(loan.papers)}</bdi>` },
    { picture: "building", term: "lend.whom", words: html`<bdi>${agencyOf(loan)}</bdi>` },
    wanted === undefined ? undefined : { picture: wanted.pictogram, term: "lend.why", words: label(wanted) },
    { picture: "clock", term: loan.endedAt === undefined ? "loan.until" : "loan.endedAt", words: moment(loan.endedAt ?? loan.until) },
    { picture: loan.action === "save" ? "save" : "eye", term: "lend.may", words: t(`rights.${loan.action}` as Key) },
  ]);
}
