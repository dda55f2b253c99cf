import { html, type TemplateResult } from "lit-html";
import { t, type Key } from "../i18n/index.ts";
import { pictogram, typed } from "../ui/pieces.ts";
import type { Paper, PaperDetails } from "../wallet/types.ts";
import { kindChoice } from "./kind-choice.ts";

/** What a person writes about a paper, while they write. */
export type Draft = { -readonly [K in keyof PaperDetails]-?: string };

export function draftOf(paper?: Paper): Draft {
  return { title: paper?.title ?? "", kind: paper?.kind ?? "", date: paper?.date ?? "", expires: paper?.expires ?? "", note: paper?.note ?? "", original: paper?.original ?? "" };
}

export function detailsOf({ title, kind, date, expires, note, original }: Draft): PaperDetails {
  return {
    title: title.trim(), kind: kind || "other", ...(date === "" ? {} : { date }), ...(expires === "" ? {} : { expires }),
    ...(note.trim() === "" ? {} : { note: note.trim() }), ...(original.trim() === "" ? {} : { original: original.trim() }),
  };
}

/** Title and kind first; what few people need stands under a fold. */
export function paperFields(draft: Draft, changed: () => void, { title = true, open = false, extra = true } = {}): TemplateResult {
  const text = (name: "note" | "original", label: Key, hint: Key) => html`<div class="field"><label for=${name}>${t(label)}</label><p class="hint" id="${name}-hint">${t(hint)}</p>
    <input id=${name} name=${name} maxlength="300" autocomplete="off" dir="auto" aria-describedby="${name}-hint" .value=${draft[name]} @input=${typed(value => { draft[name] = value; })}></div>`;
  const date = (name: "date" | "expires", label: Key) => html`<div class="field"><label for=${name}>${t(label)}</label>
    <input id=${name} name=${name} type="date" .value=${draft[name]} @input=${typed(value => { draft[name] = value; })}></div>`;
  return html`${title ? html`<div class="field"><label for="title">${t("add.title")}</label><p class="hint" id="title-hint">${t("add.titleHint")}</p>
      <input id="title" name="title" maxlength="120" autocomplete="off" dir="auto" aria-describedby="title-hint" .value=${draft.title} @input=${typed(value => { draft.title = value; })}></div>` : ""}
    ${kindChoice(draft.kind, value => { draft.kind = value; changed(); })}
    ${extra ? html`<details class="more-fields" ?open=${open}><summary data-action="more-fields">${pictogram("pencil")}<span>${t("add.more")}</span></summary>
      ${date("date", "add.date")}${date("expires", "add.expires")}${text("original", "add.original", "add.originalHint")}${text("note", "add.note", "add.noteHint")}</details>` : date("date", "add.date")}`;
}
