import { html, type TemplateResult } from "lit-html";
import { moment } from "../i18n/format.ts";
import { label, purposeOf } from "../i18n/concepts.ts";
import { t, type Key } from "../i18n/index.ts";
import { sheet } from "../ui/sheet.ts";
import type { LoanView } from "../wallet/types.ts";
import { agencyOf, titles } from "./loan-facts.ts";

/** What is lent now, on paper: who has what until when, and how to take it back without this computer. */
export function loanSheet(username: string, loans: readonly LoanView[]): TemplateResult {
  const row = (loan: LoanView): TemplateResult => {
    const wanted = purposeOf(loan.purpose);
    return html`<tr data-loan=${loan.id}><td><bdi>${titles(loan.papers)}</bdi></td><td><bdi>${agencyOf(loan)}</bdi>${wanted === undefined ? "" : html`<br>${label(wanted)}`}</td>
      <td>${moment(loan.until)}<br>${t(`rights.${loan.action}` as Key)}</td></tr>`;
  };
  return sheet({
    name: "loans", title: t("sheet.loansTitle"), lines: [{ term: t("card.alsoUsername"), words: username }],
    body: loans.length === 0 ? html`<p>${t("sheet.noLoans")}</p>` : html`<table><thead><tr><th scope="col">${t("lend.what")}</th><th scope="col">${t("lend.whom")}</th><th scope="col">${t("loan.until")}</th></tr></thead>
      <tbody>${loans.map(row)}</tbody></table>`,
    steps: [t("sheet.back1", { loans: t("nav.loans") }), t("sheet.back2", { takeBack: t("loan.takeBack") }), t("sheet.back3")], foot: t("sheet.loansFoot"),
  });
}
