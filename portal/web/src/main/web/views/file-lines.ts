import { html, nothing, type TemplateResult } from "lit-html";
import { failed } from "../app/message.ts";
import { percent, size } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { pictogram, typed } from "../ui/pieces.ts";
import type { Line } from "../wallet/send-queue.ts";

/** A file as its line shows it: chosen, on its way, there, or why not. */
export interface FileLine {
  title: string;
  readonly size: number;
  readonly picture?: string | undefined;
  /** It cannot be kept at all. */
  readonly refused?: unknown;
  readonly line?: Line | undefined;
  /** The wallet has it already. */
  readonly known?: boolean;
  /** Its title is not asked. */
  readonly fixed?: boolean;
}

const PICTURES = { chosen: "paper", waiting: "hourglass", sending: "lock", done: "check", known: "check", failed: "warning", refused: "refused" } as const;

export function fileLines(files: readonly FileLine[], label: string): TemplateResult {
  return html`<ul class="rows file-lines" aria-label=${label}>${files.map(fileLine)}</ul>`;
}

function fileLine(file: FileLine, at: number): TemplateResult {
  const state = file.refused !== undefined ? "refused" : file.known ? "known" : file.line?.state ?? "chosen";
  const error = file.refused ?? file.line?.error;
  const words = { chosen: "", waiting: t("files.waiting"), sending: t("files.sending", { percent: percent(file.line?.fraction ?? 0) }), done: t("files.done"), known: t("files.known"), failed: t("files.failed"), refused: t("files.refused") }[state];
  return html`<li data-file=${file.title} data-state=${state}><div class="row-line">
    ${file.picture === undefined ? pictogram(PICTURES[state]) : html`<img src=${file.picture} alt="">`}
    <div>${state === "chosen" && !file.fixed
      ? html`<label class="visually-hidden" for="file-${at}">${t("files.name", { number: at + 1 })}</label><input id="file-${at}" name="title" maxlength="120" autocomplete="off" dir="auto" .value=${file.title} @input=${typed(value => { file.title = value; })}>`
      : html`<p><strong><bdi>${file.title}</bdi></strong></p>`}
      <p class="soft small">${size(file.size)}${words === "" ? nothing : html` · ${file.picture === undefined ? nothing : pictogram(PICTURES[state])} ${words}`}</p>
      ${state === "sending" ? html`<progress max="1" aria-label=${file.title} .value=${file.line?.fraction ?? 0}></progress>` : nothing}
      ${error === undefined || state === "waiting" ? nothing : html`<p class="small">${failed(error).text()}</p>`}</div></div></li>`;
}
