import { html, nothing } from "lit-html";
import type { App } from "../app/app.ts";
import type { View } from "../app/view.ts";
import { t } from "../i18n/index.ts";
import { action, pictogram } from "../ui/pieces.ts";
import { printSheets } from "../ui/sheet.ts";
import type { LoanView } from "../wallet/types.ts";
import { lend } from "./lend.ts";
import { loan } from "./loan.ts";
import { loanSheet } from "./loan-sheet.ts";
import { agencyOf, isLive, stateTag, timeLeft, titles } from "./loan-facts.ts";

/** What is lent now, then what was. */
export function loans(app: App): View {
  let list: readonly LoanView[] | undefined;

  const row = (one: LoanView) => html`<li data-loan=${one.id} data-state=${one.state} class=${one.made ? "" : "bad-row"}><div class="row-line">
    ${pictogram("lend")}<div><p><strong><bdi>${titles(one.papers)}</bdi></strong></p><p><bdi>${agencyOf(one)}</bdi></p>
    <p>${stateTag(one)} ${isLive(one) ? html`<span class="when">${timeLeft(one)}</span>` : nothing}</p>
    ${one.made ? nothing : html`<p class="soft">${t("loan.strange")}</p>`}</div>
    ${action("show-loan", "next", t("loans.show"), () => app.show(loan(app, one)), { value: one.id })}</div></li>`;

  return {
    name: "loans",
    title: () => t("loans.title"),
    async start() {
      list = await app.session.wallet.loans();
    },
    render: () => list === undefined ? html`<p role="status">${app.busy ? t("loading") : nothing}</p>`
      : list.length === 0 ? html`<div class="panel tint with-pictogram">${pictogram("lend")}<div><p>${t("loans.empty")}</p></div></div>
          <div class="actions">${app.session.wallet.papers().length === 0 ? nothing : action("lend", "lend", t("wallet.lend"), () => app.show(lend(app)), { look: "primary" })}</div>`
      : html`${section("loans.now", list.filter(isLive))}${section("loans.past", list.filter(one => !isLive(one)))}
          <div class="actions">${action("print-loans", "print", t("loans.print"), () => void printSheets([loanSheet(app.session.me.username, list?.filter(isLive) ?? [])]), { look: "quiet" })}</div>`,
  };

  function section(title: "loans.now" | "loans.past", some: readonly LoanView[]) {
    return some.length === 0 ? nothing : html`<h2>${t(title)}</h2><ul class="rows">${some.map(row)}</ul>`;
  }
}
