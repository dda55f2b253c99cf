import { html, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import type { View } from "../app/view.ts";
import { qrPicture, type QrPicture } from "../files/qr.ts";
import { t } from "../i18n/index.ts";
import { action, notice } from "../ui/pieces.ts";
import { printSheets } from "../ui/sheet.ts";
import type { PrintedCard } from "../wallet/kit.ts";
import { kit } from "./kit.ts";
import { kitSheet } from "./kit-sheets.ts";

/** The three cards, once: on screen, on paper, and nowhere else. */
export function kitCards(app: App, cards: readonly PrintedCard[], days: number): View {
  const pictures: (QrPicture | undefined)[] = [];
  const others = cards.flatMap(card => card.keeper === undefined ? [] : [card.keeper.name]);
  const sheets = (): readonly TemplateResult[] => cards.map((card, index) => kitSheet(card, pictures[index], app.session.me.username, days, others));

  return {
    name: "kit-cards",
    title: () => t("kitCards.title"),
    async start() {
      pictures.push(...await Promise.all(cards.map(card => qrPicture(card.code))));
      app.refresh();
    },
    render: () => html`${notice("cardsOnce", "warm", t("kitCards.once"))}
      <ol class="plain steps-list">${others.map(name => html`<li>${t("kitCards.give", { agency: name })}</li>`)}<li>${t("kitCards.keep")}</li></ol>
      <div class="actions no-print">${action("print-kit", "print", t("kitCards.print"), () => void printSheets(sheets()), { look: "primary" })}
        ${action("kit-kept", "check", t("kitCards.kept"), () => app.show(kit(app)))}</div>
      ${sheets()}`,
  };
}
