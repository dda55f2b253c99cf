import { html, nothing } from "lit-html";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { kindOf, label } from "../i18n/concepts.ts";
import { day, moment, size } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { download } from "../ui/download.ts";
import { action, facts, notice } from "../ui/pieces.ts";
import { Viewer } from "../ui/viewer.ts";
import type { Paper } from "../wallet/types.ts";
import { lend } from "./lend.ts";
import { wallet } from "./wallet.ts";

/** One paper, decrypted here to be looked at. */
export function paper(app: App, one: Paper): View {
  const viewer = new Viewer();
  const kind = kindOf(one.kind);
  let content: Blob | undefined;
  let asked: "delete" | "download" | undefined;

  const ask = (what: typeof asked): void => {
    asked = what;
    app.tell(undefined);
  };
  const remove = (): void => void app.run(async () => {
    await app.session.wallet.remove(one.id);
    app.show(wallet(app), say("paperDeleted", "message.paperDeleted"));
  });
  const confirmation = () => asked === "delete"
    ? notice("confirmDelete", "warm", html`<p>${t("paper.deleteSure")}</p><div class="actions">
        ${action("confirm-delete", "delete", t("paper.deleteYes"), remove, { look: "danger primary", busy: app.busy })}
        ${action("cancel", "back", t("paper.keep"), () => ask(undefined))}</div>`)
    : notice("confirmDownload", "warm", html`<p>${t("paper.downloadSure")}</p><div class="actions">
        ${action("confirm-download", "save", t("paper.downloadYes"), () => { if (content) download(content, one.title, one.type); ask(undefined); }, { look: "primary" })}
        ${action("cancel", "back", t("cancel"), () => ask(undefined))}</div>`);

  return {
    name: "paper",
    wide: true,
    title: () => one.title,
    async start() {
      content = await app.session.wallet.open(one.id);
      await viewer.show(content);
    },
    dispose: () => viewer.close(),
    render: () => html`<div data-paper=${one.id}>
      ${asked === undefined ? html`<div class="actions">
        ${action("lend", "lend", t("paper.lend"), () => app.show(lend(app, [one.id])), { look: "primary" })}
        ${action("back", "back", t("paper.back"), () => app.show(wallet(app)))}
        ${content === undefined ? nothing : action("download-paper", "save", t("paper.download"), () => ask("download"), { look: "quiet" })}
        ${action("delete-paper", "delete", t("paper.delete"), () => ask("delete"), { look: "quiet" })}</div>` : confirmation()}
      ${content === undefined && app.busy ? html`<p role="status">${t("viewer.opening")}</p>` : nothing}
      ${viewer.element}
      <div class="panel">${facts([
        { picture: kind.pictogram, term: "paper.kind", words: label(kind) },
        one.date ? { picture: "calendar", term: "paper.date", words: day(one.date) } : undefined,
        { picture: "clock", term: "paper.added", words: moment(one.added) },
        { picture: "paper", term: "paper.size", words: size(one.size) },
      ])}</div></div>`,
  };
}
