import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import { keepCopy } from "../app/keep.ts";
import { say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { kindOf, label } from "../i18n/concepts.ts";
import { day, moment, size } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { action, facts, notice, pictogram } from "../ui/pieces.ts";
import { printPaper } from "../ui/print-paper.ts";
import { Viewer } from "../ui/viewer.ts";
import type { Paper, PaperVersion } from "../wallet/types.ts";
import { addPaper } from "./add-paper.ts";
import { editPaper } from "./edit-paper.ts";
import { lend } from "./lend.ts";
import { endTag } from "./paper-tile.ts";
import { wallet } from "./wallet.ts";

/** One paper, decrypted here to be looked at; with `version`, as it was before. */
export function paper(app: App, one: Paper, version: PaperVersion = one): View {
  const viewer = new Viewer();
  const kind = kindOf(one.kind);
  const mine = app.session.wallet;
  const isNewest = version.version === one.version;
  let content: Blob | undefined;
  let asked = false;

  const ask = (sure: boolean): void => {
    asked = sure;
    app.tell(undefined);
  };
  const remove = (): void => void app.run(async () => {
    await mine.remove(one.id);
    app.show(wallet(app), say("paperDeleted", "message.paperDeleted"));
  });
  const star = (): void => void app.run(() => mine.star(one.id, !mine.favourites().includes(one.id)));
  const confirmation = () => notice("confirmDelete", "warm", html`<p>${t("paper.deleteSure")}</p><div class="actions">
    ${action("confirm-delete", "delete", t("paper.deleteYes"), remove, { look: "danger primary", busy: app.busy })}
    ${action("cancel", "back", t("paper.keep"), () => ask(false))}</div>`);
  const readable = (file: Blob): TemplateResult => html`${action("download-paper", "save", t("paper.download"), () => keepCopy(app, file, one.title, version.type), { look: "quiet" })}
    ${action("print-paper", "print", t("paper.print"), () => void app.run(async () => { if (!await printPaper(file)) app.tell(say("cannotPrint", "message.cannotPrint", "bad")); }), { look: "quiet" })}`;
  const actions = () => html`<div class="actions">
    ${isNewest ? action("lend", "lend", t("paper.lend"), () => app.show(lend(app, [one.id])), { look: "primary" })
      : action("show-newest", "next", t("version.newest"), () => app.show(paper(app, one)), { look: "primary" })}
    ${action("back", "back", t("paper.back"), () => app.show(wallet(app)))}
    ${content === undefined ? nothing : readable(content)}
    ${isNewest ? html`${action("edit-paper", "pencil", t("paper.edit"), () => app.show(editPaper(app, one)), { look: "quiet" })}
      ${action("replace-paper", "add", t("version.add"), () => app.show(addPaper(app, one)), { look: "quiet" })}
      ${action("delete-paper", "delete", t("paper.delete"), () => ask(true), { look: "quiet" })}` : nothing}
    <button type="button" class="button quiet" data-action="star-paper" data-value=${one.id} aria-pressed=${mine.favourites().includes(one.id) ? "true" : "false"} @click=${star}>${
      pictogram(mine.favourites().includes(one.id) ? "star-full" : "star")}<span>${t("paper.star")}</span></button></div>`;
  const earlier = (): TemplateResult | typeof nothing => one.earlier === undefined ? nothing : html`<section class="panel"><h2>${t("version.earlier")}</h2>
    <p class="soft small">${t("version.lent")}</p><ul class="rows">${[...one.earlier].reverse().map(old => html`<li data-version=${old.version}><div class="row-line">${pictogram("clock")}<div>
      <p>${t("version.number", { number: old.version })}</p><p class="soft small">${moment(old.added)} · ${size(old.size)}</p></div>
      ${action("open-version", "eye", t("version.open"), () => app.show(paper(app, one, old)), { value: String(old.version) })}</div></li>`)}</ul></section>`;

  return {
    name: "paper",
    wide: true,
    title: () => one.title,
    async start() {
      content = await mine.open(one.id, version.version);
      await viewer.show(content);
    },
    dispose: () => viewer.close(),
    render: () => html`<div data-paper=${one.id}>
      ${isNewest ? nothing : notice("earlierVersion", "warm", t("version.shown", { number: version.version }))}
      ${asked ? confirmation() : actions()}
      ${content === undefined && app.busy ? html`<p role="status">${t("viewer.opening")}</p>` : nothing}
      ${viewer.element}
      <div class="panel">${facts([
        { picture: kind.pictogram, term: "paper.kind", words: label(kind) },
        one.date ? { picture: "calendar", term: "paper.date", words: day(one.date) } : undefined,
        one.expires ? { picture: "clock", term: "paper.expires", words: html`${day(one.expires)} ${endTag(one, Date.now())}` } : undefined,
        one.original ? { picture: "map-pin", term: "paper.original", words: html`<bdi>${one.original}</bdi>` } : undefined,
        one.note ? { picture: "text", term: "paper.note", words: html`<bdi>${one.note}</bdi>` } : undefined,
        one.from ? { picture: "mailbox", term: "paper.from", words: html`<bdi>${one.from.name}</bdi>, ${moment(one.from.at)}. ${t("paper.fromChecked")}` } : undefined,
        one.by ? { picture: "handshake", term: "paper.by", words: html`<bdi>${one.by.name}</bdi>` } : undefined,
        { picture: "clock", term: "paper.added", words: moment(version.added) },
        { picture: "paper", term: "paper.size", words: size(version.size) },
      ])}</div>
      ${isNewest ? earlier() : nothing}</div>`,
  };
}
