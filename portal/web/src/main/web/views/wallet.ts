import { html, nothing } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import type { App } from "../app/app.ts";
import type { View } from "../app/view.ts";
import { label } from "../i18n/concepts.ts";
import { locale, percent, size } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { action, pictogram } from "../ui/pieces.ts";
import type { Paper } from "../wallet/types.ts";
import { accessCard, type Access } from "./access-card.ts";
import { addPaper } from "./add-paper.ts";
import { lend } from "./lend.ts";
import { mask } from "./mask.ts";
import { paper } from "./paper.ts";
import { ending, found, ordered, searchable, topKind, type Order } from "./paper-list.ts";
import { paperTile } from "./paper-tile.ts";
import { endingNotice, filters, notWholeNotice, unfinishedNotice } from "./wallet-head.ts";

/** Fewer papers than this are found by looking. */
const WORTH_SEARCHING = 5;
/** Tiles drawn at once: the next ones come when the last one is near the screen. */
const STEP = 60;

/** The papers, as tiles; for a new wallet also the card with the name to write down. */
export function wallet(app: App, access?: Access): View {
  const mine = app.session.wallet;
  let card = access;
  let storage: { used: number; limit: number } | undefined;
  let order: Order = "new";
  let [query, kind] = ["", ""];
  let drawn = STEP;
  const texts = new Map<string, string>();
  const now = Date.now();

  const textOf = (one: Paper): string => {
    const text = texts.get(one.id) ?? searchable(one);
    texts.set(one.id, text);
    return text;
  };
  const narrowed = (change: () => void): void => {
    change();
    drawn = STEP;
    app.refresh();
  };
  const star = (one: Paper): void => void app.run(() => mine.star(one.id, !mine.favourites().includes(one.id)));
  const tile = (one: Paper) => paperTile(one, {
    picture: mine.thumbnail(one.id), starred: mine.favourites().includes(one.id), open: () => app.show(paper(app, one)), star: () => star(one),
  }, now);
  const grouped = (papers: readonly Paper[]) => {
    const groups = new Map<string, Paper[]>();
    for (const one of papers) groups.set(topKind(one).notation, [...groups.get(topKind(one).notation) ?? [], one]);
    return [...groups.values()].map(group => html`<section class="kind-group"><h2>${pictogram(topKind(group[0] as Paper).pictogram)} ${label(topKind(group[0] as Paper))}</h2>
      <ul class="tiles papers">${group.map(tile)}</ul></section>`);
  };
  const watch = new IntersectionObserver(seen => {
    if (seen.some(entry => entry.isIntersecting)) {
      drawn += STEP;
      app.refresh();
    }
  }, { rootMargin: "600px" });
  const sentinel = (element: Element | undefined): void => {
    watch.disconnect();
    if (element !== undefined) watch.observe(element);
  };
  const empty = () => html`<div class="panel tint"><h2>${t("wallet.empty")}</h2>
    <div class="stack">${(["wallet.teach1", "wallet.teach2", "wallet.teach3"] as const).map((key, at) =>
      html`<div class="with-pictogram">${pictogram(["drop", "lend", "take-back"][at] ?? "info")}<div><p>${t(key)}</p></div></div>`)}</div></div>`;
  const list = (papers: readonly Paper[]) => {
    const all = ordered(found(kind === "" ? papers : papers.filter(one => topKind(one).notation === kind), query, textOf), order, locale());
    const some = all.slice(0, drawn);
    return html`<p class="visually-hidden" role="status" data-count=${all.length}>${t("wallet.found", { count: all.length })}</p>
      ${all.length === 0 ? html`<p class="panel tint" data-message="nothingFound">${t("wallet.nothingFound")}</p>` : nothing}
      ${order === "kind" ? grouped(some) : html`<ul class="tiles papers">${some.map(tile)}</ul>`}
      ${some.length === all.length ? nothing : html`<div class="actions" ${ref(sentinel)}>${action("more-papers", "more", t("wallet.more"), () => narrowed(() => { drawn += STEP; }))}</div>`}`;
  };

  return {
    name: "wallet",
    wide: true,
    title: () => t("wallet.title"),
    dispose: () => watch.disconnect(),
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
        ${notWholeNotice(app)}${unfinishedNotice(app)}${endingNotice(ending(papers, now), one => app.show(paper(app, one)))}
        <div class="actions">
          ${action("add-paper", "add", t("wallet.add"), () => app.show(addPaper(app)), { look: "primary" })}
          ${papers.length === 0 ? nothing : action("lend", "lend", t("wallet.lend"), () => app.show(lend(app)))}
          ${action("set-mask", "mask", t("wallet.mask"), () => app.show(mask(app)))}
        </div>
        ${papers.length < WORTH_SEARCHING ? nothing : filters(papers, { query, kind, order }, {
          query: value => narrowed(() => { query = value; }), kind: value => narrowed(() => { kind = kind === value ? "" : value; }), order: value => narrowed(() => { order = value; }),
        })}
        ${papers.length === 0 ? empty() : list(papers)}
        <p class="soft small">${t("wallet.name")} <bdi class="username" data-username=${app.session.me.username}>${app.session.me.username}</bdi>${
          storage === undefined ? nothing : html` · ${t("wallet.storage", { used: size(storage.used), limit: size(storage.limit), percent: percent(storage.used / storage.limit) })}`}</p>`;
    },
  };
}
