import { html, nothing, render, type TemplateResult } from "lit-html";
import type { QrPicture } from "../files/qr.ts";
import { day } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import type { Piece } from "./pieces.ts";
import { qrPiece } from "./qr-picture.ts";

export interface SheetLine {
  readonly term: string;
  readonly words: TemplateResult | string;
}

/** One sheet of paper, for an eye that cannot see colours, a hand that cannot hold a phone, and a pocket. */
export interface SheetParts {
  /** Its stable name, `data-sheet`. */
  readonly name: string;
  readonly title: string;
  /** A6 fits a pocket, A4 is what printers have. */
  readonly size?: "a4" | "a6";
  readonly lead?: string;
  readonly qr?: QrPicture | undefined;
  /** What the QR holds, for those who cannot see it. */
  readonly qrLabel?: string;
  /** What is typed where there is no camera; in groups of four. */
  readonly code?: string | undefined;
  readonly lines?: readonly SheetLine[];
  readonly body?: TemplateResult;
  /** What to do with it, in order. */
  readonly steps?: readonly string[];
  readonly foot?: string;
}

export function sheet(parts: SheetParts): TemplateResult {
  const { name, title, size = "a4", lead, qr, qrLabel = "", code, lines = [], body, steps = [], foot } = parts;
  const codes: Piece = qr === undefined && code === undefined ? nothing
    : html`<div class="sheet-code">${qrPiece(qr, qrLabel)}${code === undefined ? nothing : html`<p class="sheet-typed" data-code=${code.replaceAll(" ", "")}>${code}</p>`}</div>`;
  return html`<article class="sheet ${size}" data-sheet=${name}>
    <header><strong>Passerelle</strong><span dir="ltr">${location.host}</span></header>
    <h2>${title}</h2>
    ${lead === undefined ? nothing : html`<p>${lead}</p>`}
    <div class="sheet-body"><div>
      ${lines.length === 0 ? nothing : html`<dl>${lines.map(line => html`<div><dt>${line.term}</dt><dd>${line.words}</dd></div>`)}</dl>`}
      ${body ?? nothing}
      ${steps.length === 0 ? nothing : html`<ol>${steps.map(step => html`<li>${step}</li>`)}</ol>`}</div>
      ${codes}</div>
    <footer>${foot === undefined ? nothing : html`<p>${foot}</p>`}<p>${t("sheet.printed", { day: day(new Date().toISOString()) })}</p></footer>
  </article>`;
}

let onPaper: HTMLElement | undefined;

/**
 * Prints these sheets and nothing else of the page. They stand in the page only while the browser prints; no address is made for them, and
 * nothing of them stays.
 */
export async function printSheets(sheets: readonly TemplateResult[]): Promise<void> {
  clearSheets();
  const place = onPaper = Object.assign(document.createElement("div"), { className: "sheets" });
  document.body.append(place);
  render(html`${sheets}`, place);
  await Promise.all(Array.from(place.querySelectorAll("img"), image => image.decode()));
  addEventListener("afterprint", clearSheets, { once: true });
  print();
}

/** What was to be printed is in the page no more. */
export function clearSheets(): void {
  if (onPaper === undefined) return;
  render(nothing, onPaper);
  onPaper.remove();
  onPaper = undefined;
}
