import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import { kinds, label, tops } from "../i18n/concepts.ts";
import { day } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { action, notice, pictogram, typed } from "../ui/pieces.ts";
import type { Paper } from "../wallet/types.ts";
import { ORDERS, topKind, type Order } from "./paper-list.ts";

type Piece = TemplateResult | typeof nothing;

/** Files that an earlier session began to send and did not finish: nothing of them is here, so they are named. */
export function unfinishedNotice(app: App): Piece {
  const left = app.session.wallet.unfinished();
  const seen = (): void => void app.run(() => app.session.wallet.forgetUnfinished(left.map(one => one.id)));
  return left.length === 0 ? nothing : notice("unfinished", "warm", html`<p>${t("wallet.unfinished")}</p>
    <ul>${left.map(one => html`<li><bdi>${one.title}</bdi></li>`)}</ul>
    <div class="actions">${action("forget-unfinished", "check", t("wallet.unfinishedSeen"), seen)}</div>`);
}

/** Something that was added under a mask is not here: said, so that nobody believes it is lost. */
export function notWholeNotice(app: App): Piece {
  return app.session.masks.whole ? nothing : notice("notWhole", "warm", t("wallet.notWhole"));
}

/** Papers that end soon, before they do. */
export function endingNotice(papers: readonly Paper[], open: (paper: Paper) => void): Piece {
  return papers.length === 0 ? nothing : notice("ending", "warm", html`<p>${t("wallet.ending")}</p>
    <ul class="plain">${papers.slice(0, 5).map(one => html`<li><button type="button" class="button quiet" data-action="open-ending" @click=${() => open(one)}>${pictogram("clock")}<span><bdi>${one.title}</bdi>: ${
      day(one.expires ?? "")}</span></button></li>`)}</ul>`);
}

interface Chosen {
  readonly query: string;
  readonly kind: string;
  readonly order: Order;
}

/** Search and order, all done here: what somebody looks for is told to nobody. */
export function filters(papers: readonly Paper[], { query, kind, order }: Chosen, set: { readonly [K in keyof Chosen]: (value: Chosen[K]) => void }): TemplateResult {
  const present = new Set(papers.map(paper => topKind(paper).notation));
  return html`<div class="filters" role="search">
    <div class="field"><label for="wanted">${t("wallet.search")}</label><div class="joined"><input id="wanted" name="wanted" type="search" autocomplete="off" dir="auto" .value=${query} @input=${typed(set.query)}>
      ${query === "" ? nothing : action("clear-papers", "clear", t("wallet.clear"), () => set.query(""), { look: "quiet" })}</div></div>
    <div class="field"><label for="order">${t("wallet.order")}</label><select id="order" name="order" .value=${order} @change=${typed(value => set.order(ORDERS.find(known => known === value) ?? "new"))}>
      ${ORDERS.map(one => html`<option value=${one} ?selected=${one === order}>${t(`order.${one}`)}</option>`)}</select></div>
    ${present.size < 2 ? nothing : html`<div class="row kinds" role="group" aria-label=${t("wallet.kinds")}>${tops(kinds).filter(one => present.has(one.notation)).map(one => html`<button
      type="button" class="chip" data-action="filter-kind" data-value=${one.notation} aria-pressed=${one.notation === kind ? "true" : "false"} @click=${() => set.kind(one.notation)}>${
        pictogram(one.pictogram)}<span>${label(one)}</span></button>`)}</div>`}</div>`;
}
