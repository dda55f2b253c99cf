import { html, nothing } from "lit-html";
import type { App } from "../app/app.ts";
import type { View } from "../app/view.ts";
import { kindOf, label } from "../i18n/concepts.ts";
import { day, percent, size } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { action, pictogram } from "../ui/pieces.ts";
import type { Paper } from "../wallet/types.ts";
import { accessCard, type Access } from "./access-card.ts";
import { addPaper } from "./add-paper.ts";
import { lend } from "./lend.ts";
import { paper } from "./paper.ts";

/** The papers, as tiles; for a new wallet also the card with the name to write down. */
export function wallet(app: App, access?: Access): View {
  const mine = app.session.wallet;
  let card = access;
  let storage: { used: number; limit: number } | undefined;

  const tile = (one: Paper) => {
    const kind = kindOf(one.kind);
    const picture = mine.thumbnail(one.id);
    return html`<li><button type="button" class="tile" data-action="open-paper" data-paper=${one.id} @click=${() => app.show(paper(app, one))}>
      <span class="preview">${picture === undefined ? pictogram(kind.pictogram) : html`<img src=${picture} alt="">`}</span>
      <span class="caption">${pictogram(kind.pictogram)}<span><strong dir="auto">${one.title}</strong><small>${label(kind)}</small>
        ${one.date ? html`<small>${day(one.date)}</small>` : nothing}</span></span></button></li>`;
  };
  const empty = () => html`<div class="panel tint"><h2>${t("wallet.empty")}</h2>
    <div class="stack">${(["wallet.teach1", "wallet.teach2", "wallet.teach3"] as const).map((key, at) =>
      html`<div class="with-pictogram">${pictogram(["drop", "lend", "take-back"][at] ?? "info")}<div><p>${t(key)}</p></div></div>`)}</div></div>`;

  return {
    name: "wallet",
    wide: true,
    title: () => t("wallet.title"),
    async start() {
      if (mine.papers().length > 0) {
        await mine.loadThumbnails();
        app.refresh();
      }
      storage = await mine.storage();
    },
    render() {
      const papers = mine.papers();
      return html`${card === undefined ? nothing : accessCard(card, () => { card = undefined; app.refresh(); })}
        <div class="actions">
          ${action("add-paper", "add", t("wallet.add"), () => app.show(addPaper(app)), { look: "primary" })}
          ${papers.length === 0 ? nothing : action("lend", "lend", t("wallet.lend"), () => app.show(lend(app)))}
        </div>
        ${papers.length === 0 ? empty() : html`<ul class="tiles papers">${papers.map(tile)}</ul>`}
        <p class="soft small">${t("wallet.name")} <bdi class="username" data-username=${app.session.me.username}>${app.session.me.username}</bdi>${
          storage === undefined ? nothing : html` · ${t("wallet.storage", { used: size(storage.used), limit: size(storage.limit), percent: percent(storage.used / storage.limit) })}`}</p>`;
    },
  };
}
