import { html, nothing, type TemplateResult } from "lit-html";
import { kindOf, label } from "../i18n/concepts.ts";
import { day } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { pictogram } from "../ui/pieces.ts";
import type { Paper } from "../wallet/types.ts";
import { AHEAD, daysLeft } from "./paper-list.ts";

export interface Tile {
  readonly picture: string | undefined;
  readonly starred: boolean;
  readonly open: () => void;
  readonly star: () => void;
}

/** "Ends on …", "ended on …": only when it is time to think of it. */
export function endTag(paper: Paper, now: number): TemplateResult | typeof nothing {
  const left = daysLeft(paper, now);
  if (left === undefined || left > AHEAD || paper.expires === undefined) return nothing;
  return html`<span class="tag ${left < 0 ? "bad" : "warm"}" data-ends=${left}>${pictogram("clock")} ${t(left < 0 ? "paper.ended" : "paper.ends", { date: day(paper.expires) })}</span>`;
}

/** Who put it here, when it was not the holder. */
export function sourceTag({ from, by }: Paper): TemplateResult | typeof nothing {
  if (from !== undefined) return html`<span class="tag" data-source="deposit">${pictogram("mailbox")} ${t("paper.fromTag", { name: from.name })}</span>`;
  return by === undefined ? nothing : html`<span class="tag" data-source="helper">${pictogram("handshake")} ${t("paper.byTag", { name: by.name })}</span>`;
}

export function paperTile(paper: Paper, { picture, starred, open, star }: Tile, now: number): TemplateResult {
  const kind = kindOf(paper.kind);
  return html`<li class="paper-tile"><button type="button" class="tile" data-action="open-paper" data-paper=${paper.id} @click=${open}>
    <span class="preview">${picture === undefined ? pictogram(kind.pictogram) : html`<img src=${picture} alt="" loading="lazy">`}</span>
    <span class="caption">${pictogram(kind.pictogram)}<span><strong><bdi>${paper.title}</bdi></strong><small>${label(kind)}</small>
      ${paper.date ? html`<small>${day(paper.date)}</small>` : nothing}${endTag(paper, now)}${sourceTag(paper)}</span></span></button>
    <button type="button" class="star" data-action="star-paper" data-value=${paper.id} aria-pressed=${starred ? "true" : "false"} @click=${star}>${pictogram(starred ? "star-full" : "star")}<span
      class="visually-hidden">${t("wallet.star", { title: paper.title })}</span></button></li>`;
}
