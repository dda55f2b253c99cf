import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { grouped } from "../crypto/crockford.ts";
import { qrPicture } from "../files/qr.ts";
import { kindOf, label } from "../i18n/concepts.ts";
import { isolated, moment } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { action, notice, pictogram } from "../ui/pieces.ts";
import { printSheets, sheet } from "../ui/sheet.ts";
import type { HelpingView, LaidOut, SentItem, ShelfPaper } from "../wallet/types.ts";
import { mandateSheet } from "./helper.ts";
import { helping } from "./helping.ts";
import { helpingAdd } from "./helping-add.ts";
import { helpingFile } from "./helping-file.ts";
import { helpingPaper } from "./helping-paper.ts";
import { lend } from "./lend.ts";
import { mandateFacts } from "./rights.ts";

/** One person helped: only what the mandate allows is on this page. */
export function helpingPerson(app: App, one: HelpingView): View {
  const { helping: mine } = app.session;
  let shelf: LaidOut | undefined;
  let sent: readonly SentItem[] | undefined;
  let asked = false;
  const may = (right: HelpingView["rights"][number]): boolean => one.rights.includes(right);
  const here = (): View => helpingPerson(app, one);

  const printCard = (): void => void app.run(async () => {
    if (shelf === undefined) return;
    const { name, text, code } = shelf.card;
    await printSheets([sheet({ name: "card", size: "a6", title: name, qr: await qrPicture(text), qrLabel: t("card.qr"), code: grouped(code), steps: [t("card.give1"), t("card.give2"), t("card.give3")], foot: t("card.foot") })]);
  });
  const giveBack = (): void => void app.run(async () => {
    await mine.giveBack(one.id);
    app.show(helping(app), say("givenBack", "message.givenBack"));
  });
  const prepare = (): void => app.show(lend(app, [], {
    choice: (shelf?.papers ?? []).map(({ id, title, kind }) => ({ id, title, kind })),
    async send(request) {
      await mine.proposeLoan(one.id, request);
      app.show(here(), say("proposed", "message.proposed"));
    },
    back: here,
  }));
  const paper = (item: ShelfPaper): TemplateResult => html`<li data-paper=${item.id}><div class="row-line">${pictogram(kindOf(item.kind).pictogram)}<div>
    <p><strong><bdi>${item.title}</bdi></strong></p><p class="soft small">${label(kindOf(item.kind))}</p></div>
    ${may("read") && item.readable ? action("show-paper", "eye", t("desk.show"), () => app.show(helpingPaper(app, one, item)), { value: item.id }) : nothing}
    ${may("file") ? action("propose-filing", "pencil", t("helping.file"), () => app.show(helpingFile(app, one, item)), { value: item.id }) : nothing}</div></li>`;
  const item = (thing: SentItem): TemplateResult => html`<li data-sent=${thing.act}><div class="row-line">${pictogram({ add: "paper", file: "pencil", ask: "lend" }[thing.act])}<div>
    <p><strong><bdi>${thing.title}</bdi></strong></p><p class="soft small">${t(`sent.${thing.act}`)} · ${moment(thing.at)}</p></div></div></li>`;

  return {
    name: "helping-person",
    title: () => one.name,
    async start() {
      sent = await mine.sent(one.id);
      shelf = await mine.shelf(one.id);
    },
    render: () => html`<div data-mandate=${one.id}><div class="actions">
        ${may("add") ? action("add-for", "add", t("helping.add", { name: isolated(one.name) }), () => app.show(helpingAdd(app, one)), { look: "primary" }) : nothing}
        ${may("ask") && shelf !== undefined && shelf.papers.length > 0 ? action("prepare-loan", "lend", t("helping.ask"), prepare) : nothing}
        ${shelf === undefined ? nothing : action("print-card", "print", t("helping.card"), printCard)}</div>
      <div class="panel">${mandateFacts(one)}<p class="soft small">${t("helping.logged")}</p></div>
      ${shelf === undefined || shelf.papers.length === 0 ? nothing : html`<h2>${t("helping.shelf")}</h2><ul class="rows">${shelf.papers.map(paper)}</ul>`}
      <h2>${t("helping.sent")}</h2>
      ${sent === undefined ? html`<p role="status">${app.busy ? t("loading") : nothing}</p>` : sent.length === 0 ? html`<p class="panel tint">${t("helping.nothingSent")}</p>` : html`<ul class="rows">${sent.map(item)}</ul><p class="soft small">${t("helping.sentAgain")}</p>`}
      ${asked ? notice("confirmGiveBack", "warm", html`<p>${t("helping.giveBackSure", { name: isolated(one.name) })}</p><div class="actions">
        ${action("confirm-give-back", "take-back", t("helping.giveBackYes"), giveBack, { look: "primary", busy: app.busy })}
        ${action("cancel", "clear", t("cancel"), () => { asked = false; app.refresh(); })}</div>`)
      : html`<div class="actions">${action("print-mandate", "print", t("mandate.print"), () => void printSheets([mandateSheet(one.name, app.session.me.username, one)]))}
        ${action("give-back", "take-back", t("helping.giveBack"), () => { asked = true; app.refresh(); }, { look: "quiet" })}
        ${action("back", "back", t("helping.all"), () => app.show(helping(app)))}</div>`}</div>`,
  };
}
