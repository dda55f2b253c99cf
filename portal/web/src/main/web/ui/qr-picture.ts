import { html, nothing, type TemplateResult } from "lit-html";
import type { QrPicture } from "../files/qr.ts";

/** A QR code on screen and on paper: always dark on white, also where the colours of the page are turned around. */
export function qrPiece(picture: QrPicture | undefined, label: string): TemplateResult | typeof nothing {
  return picture === undefined ? nothing : html`<svg class="qr" role="img" aria-label=${label} viewBox="0 0 ${picture.size} ${picture.size}" shape-rendering="crispEdges">
    <rect width=${picture.size} height=${picture.size} fill="#fff"></rect><path d=${picture.path} fill="#000"></path></svg>`;
}
