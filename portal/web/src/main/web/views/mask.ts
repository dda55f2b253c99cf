import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { kindOf, label } from "../i18n/concepts.ts";
import { moment } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { action, choices, notice, pictogram, typed, type Option } from "../ui/pieces.ts";
import type { Paper } from "../wallet/types.ts";
import { wallet } from "./wallet.ts";

const HOURS = {
  today: ["sun", "mask.hour.today"], tomorrow: ["calendar", "mask.hour.tomorrow"], friday: ["calendar", "mask.hour.friday"], other: ["clock", "mask.hour.other"],
} as const;

/** Which papers exist until an hour. The same page in every wallet: what it is shown over, nobody can tell. */
export function mask(app: App): View {
  const { wallet: mine, masks } = app.session;
  const papers = mine.papers();
  const hours = masks.hours();
  const chosen = new Set(mine.favourites());
  let listed = chosen.size === 0;
  let hour: keyof typeof HOURS = hours[0]?.name ?? "other";
  let other = "";
  let closing = false;

  const until = (): Date => hours.find(one => one.name === hour)?.until ?? new Date(other);
  const kept = (): readonly Paper[] => papers.filter(paper => chosen.has(paper.id));
  const set = (): void => {
    if (chosen.size === 0) return app.tell(say("noMaskPaper", "message.noMaskPaper", "bad"));
    if (!masks.possible(until())) return app.tell(say("badWindow", "message.badWindow", "bad"));
    closing = true;
    void app.run(() => masks.set([...chosen], until()).then(() => app.leave("closed")).finally(() => { closing = false; }));
  };
  const tile = (name: keyof typeof HOURS, hint?: string): Option => ({ value: name, words: t(HOURS[name][1]), hint, picture: HOURS[name][0] });
  const list = (): TemplateResult => listed
    ? choices("maskPaper", t("mask.papers"), papers.map(paper => ({ value: paper.id, words: paper.title, hint: label(kindOf(paper.kind)), picture: kindOf(paper.kind).pictogram })),
      id => chosen.has(id), (id, on) => {
        if (on) chosen.add(id);
        else chosen.delete(id);
        app.refresh();
      }, { type: "checkbox" })
    : html`<h2>${t("mask.papers")}</h2><ul class="rows" data-kept=${chosen.size}>${kept().map(paper => html`<li class="row-line">${pictogram(kindOf(paper.kind).pictogram)}<div>
        <p><strong dir="auto">${paper.title}</strong></p><p class="when">${label(kindOf(paper.kind))}</p></div></li>`)}</ul>
      <div class="actions">${action("choose-mask-papers", "list", t("mask.change"), () => { listed = true; app.refresh(); })}</div>`;
  const when = (): TemplateResult => html`${choices("maskHour", t("mask.until"), [...hours.map(one => tile(one.name, moment(one.until.toISOString()))), tile("other")], name => hour === name, name => {
    hour = name as typeof hour;
    app.refresh();
  }, { shape: "few" })}
    ${hour !== "other" ? nothing : html`<div class="field"><label for="mask-until">${t("mask.moment")}</label><p class="hint" id="mask-until-hint">${t("mask.momentHint")}</p>
      <input id="mask-until" name="maskUntil" type="datetime-local" aria-describedby="mask-until-hint" .value=${other} @input=${typed(value => { other = value; })}></div>`}`;

  return {
    name: "mask",
    title: () => t("mask.title"),
    render: () => papers.length === 0 ? html`<p class="panel tint">${t("mask.empty")}</p><div class="actions">${action("back", "back", t("paper.back"), () => app.show(wallet(app)))}</div>`
      : html`<p>${t("mask.lead")}</p>${list()}${when()}
      ${notice("honest", "warm", html`<p><strong>${t("mask.noOne")}</strong></p><p>${t("mask.ends")}</p><p>${t("mask.lent")} ${t("mask.loans", { count: masks.loansWith([...chosen]) })}</p>
        <p>${t("mask.adds")} ${t("mask.keys")}</p><p>${t("mask.closes")}</p>`)}
      <div class="actions">${action("confirm-mask", "mask", t(closing ? "mask.busy" : "mask.confirm"), set, { look: "primary", busy: closing })}
        ${action("cancel", "clear", t("cancel"), () => app.show(wallet(app)))}</div>`,
  };
}
