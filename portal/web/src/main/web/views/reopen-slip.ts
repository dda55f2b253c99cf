import { html, type TemplateResult } from "lit-html";
import { language, t } from "../i18n/index.ts";
import { threeWords } from "../i18n/words.ts";
import { action, pictogram } from "../ui/pieces.ts";
import { printSheets, sheet } from "../ui/sheet.ts";
import type { Reopen } from "../wallet/index.ts";

/** What has to be kept for the days of the wait: with it one goes on, on any computer. */
export function slipPiece(found: Reopen, slip: string): TemplateResult {
  return html`<section class="panel warm"><div class="with-pictogram">${pictogram("receipt")}<div><h2>${t("reopen.keepSlip")}</h2><p>${t("reopen.keepSlipHint")}</p>
    <p class="copy-code" dir="ltr" data-slip=${slip.replaceAll(" ", "")}>${slip}</p>
    <div class="actions no-print">${action("print-slip", "print", t("reopen.printSlip"), () => void printSheets([paper(found, slip)]))}</div></div></div></section>`;
}

function paper(found: Reopen, slip: string): TemplateResult {
  const code = (text: string): TemplateResult => html`<bdi class="copy-code" dir="ltr">${text}</bdi>`;
  return sheet({
    name: "slip", size: "a4", title: t("slip.title"), lead: t("slip.lead"),
    lines: [
      { term: t("card.username"), words: html`<bdi>${found.username}</bdi>` }, { term: t("slip.mine"), words: code(slip) },
      { term: t("slip.counter"), words: code(found.code) }, { term: t("slip.words"), words: threeWords(found.words, language()) },
    ],
    steps: [t("slip.step1"), t("slip.step2"), t("slip.step3")], foot: t("slip.foot"),
  });
}
