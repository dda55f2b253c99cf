import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import type { View } from "../app/view.ts";
import { label, purposeOf } from "../i18n/concepts.ts";
import { language, t } from "../i18n/index.ts";
import { hue, threeWords } from "../i18n/words.ts";
import { action, pictogram } from "../ui/pieces.ts";
import type { DeskLoan } from "../wallet/types.ts";
import { deskLoan } from "./desk-loan.ts";
import { isLive, stateTag, timeLeft } from "./loan-facts.ts";

/** An id nobody could remember, as a colour and three words: the same person is the same three words at this desk, and no one's at another. */
export function stranger(id: string): TemplateResult {
  return html`<span class="stranger hue-${hue(id, 8)}" data-holder=${id}><bdi>${threeWords(id, language())}</bdi></span>`;
}

/** What was lent to the worker's team, by person. */
export function desk(app: App): View {
  let loans: readonly DeskLoan[] | undefined;

  const load = async (): Promise<void> => {
    loans = await app.session.desk.loans();
  };
  const row = (one: DeskLoan): TemplateResult => {
    const wanted = purposeOf(one.purpose);
    return html`<li data-loan=${one.id} data-state=${one.state}><div class="row-line">${pictogram(wanted?.pictogram ?? "paper")}<div>
      <p><strong><bdi>${one.items.map(item => item.damaged ? t("desk.damaged") : item.title ?? t("aPaper")).join(", ")}</bdi></strong></p>
      ${wanted === undefined ? nothing : html`<p>${label(wanted)}</p>`}
      <p>${stateTag(one)} ${isLive(one) ? html`<span class="when">${timeLeft(one)}</span>` : nothing}</p></div>
      ${action("open-loan", "next", t("desk.open"), () => app.show(deskLoan(app, one)), { value: one.id })}</div></li>`;
  };
  const people = (list: readonly DeskLoan[]): TemplateResult[] => [...new Set(list.map(one => one.holder))].map(holder =>
    html`<section class="panel" data-person=${holder}><h2>${stranger(holder)}</h2><ul class="rows">${list.filter(one => one.holder === holder).map(row)}</ul></section>`);

  return {
    name: "desk",
    wide: true,
    title: () => t("desk.title"),
    start: load,
    render: () => html`<p>${t("desk.lead")}</p>
      <div class="actions">${action("reload", "take-back", t("desk.reload"), () => void app.run(load), { busy: app.busy })}</div>
      ${loans === undefined ? html`<p role="status">${app.busy ? t("loading") : nothing}</p>`
        : loans.length === 0 ? html`<p class="panel tint">${t("desk.empty")}</p>` : people([...loans].sort((one, other) => Number(isLive(other)) - Number(isLive(one))))}
      <p class="soft small">${t("desk.words")}</p>`,
  };
}
