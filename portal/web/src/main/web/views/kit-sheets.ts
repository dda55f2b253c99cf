import { html, type TemplateResult } from "lit-html";
import type { QrPicture } from "../files/qr.ts";
import { t, type Key } from "../i18n/index.ts";
import { sheet } from "../ui/sheet.ts";
import type { PrintedCard } from "../wallet/kit.ts";

/** Each card says what it is, that it is useless alone, and what to do with it. The organisation's names nobody: it can be lost. */
export function kitSheet(card: PrintedCard, picture: QrPicture | undefined, username: string, days: number, others: readonly string[]): TemplateResult {
  const { keeper } = card;
  const common = { size: "a4" as const, qr: picture, qrLabel: t("kitCard.qr"), body: groups(card.typed), foot: t("kitCard.foot") };
  const mark = { term: t("kit.mark"), words: html`<bdi class="copy-code" dir="ltr">${card.mark}</bdi>` };
  return keeper === undefined
    ? sheet({
      ...common, name: "kit-1", title: t("kitCard.mine"), lead: t("kitCard.useless"),
      lines: [mark, { term: t("card.username"), words: html`<bdi>${username}</bdi>` }, { term: t("kit.keepers"), words: html`<bdi>${others.join(" · ")}</bdi>` },
        { term: t("kit.wait"), words: t(`kit.wait${days}` as Key) }],
      steps: [t("kitCard.mine1"), t("kitCard.mine2"), t("kitCard.mine3")],
    })
    : sheet({
      ...common, name: `kit-${card.card}`, title: t("kitCard.theirs", { agency: keeper.name }), lead: t("kitCard.useless"),
      lines: [mark, { term: t("kitCard.person"), words: html`<span class="blank-line"></span>` }],
      steps: [t("kitCard.theirs1"), t("kitCard.theirs2"), t("kitCard.theirs3"), t("kitCard.theirs4")],
    });
}

/** 28 groups of four, for where there is no camera. */
function groups(typed: string): TemplateResult {
  return html`<ol class="groups" data-code=${typed.replaceAll(" ", "")}>${typed.split(" ").map(group => html`<li>${group}</li>`)}</ol>`;
}
