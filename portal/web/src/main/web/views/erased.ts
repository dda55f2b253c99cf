import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import { keepCopy } from "../app/keep.ts";
import type { View } from "../app/view.ts";
import { grouped } from "../crypto/crockford.ts";
import { qrPicture, type QrPicture } from "../files/qr.ts";
import { day } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { action, notice } from "../ui/pieces.ts";
import { printSheets, sheet } from "../ui/sheet.ts";
import type { HolderErasure, Receipt } from "../wallet/erasure.ts";

/** It is done. What is left is a receipt that says so, and says nothing of what there was. */
export function erased(app: App, erasure: HolderErasure, jws: string): View {
  let receipt: Receipt | undefined;
  let picture: QrPicture | undefined;

  const paper = (of: Receipt): TemplateResult => sheet({
    name: "receipt", size: "a4", title: t("erased.receipt"), lead: t("erased.receiptLead"), qr: picture, qrLabel: t("erased.qr"),
    lines: [
      { term: t("erased.on"), words: day(new Date().toISOString()) },
      { term: t("erased.number"), words: html`<bdi class="copy-code" dir="ltr">${grouped(of.receipt)}</bdi>` },
      ...(of.proof === undefined ? [] : [{ term: t("erased.place"), words: String(of.proof.index + 1) }]),
    ],
    foot: t("erased.foot"),
  });
  const save = (of: Receipt): void => void keepCopy(app, new Blob([JSON.stringify(of, undefined, 2)], { type: "application/json" }), `passerelle ${t("erased.file")}`, "application/json", true);

  return {
    name: "erased",
    title: () => t("erased.title"),
    async start() {
      receipt = await erasure.receipt(jws);
      picture = await qrPicture(`passerelle:erased:${receipt.receipt}`);
      app.refresh();
    },
    render: () => html`${notice("erased", "good", t("erased.lead"))}
      ${receipt === undefined ? html`<p>${t("erased.waiting")}</p>` : html`<div data-proof=${receipt.proof === undefined ? "pending" : "verified"}>${paper(receipt)}</div>
      ${receipt.proof === undefined ? html`<p>${t("erased.pending")}</p>` : nothing}
      <div class="actions no-print">${action("print-receipt", "print", t("erased.print"), () => { if (receipt !== undefined) void printSheets([paper(receipt)]); }, { look: "primary" })}
        ${action("save-receipt", "save", t("erased.save"), () => { if (receipt !== undefined) save(receipt); })}
        ${action("finish", "leave", t("erased.leave"), () => app.leave("left"))}</div>`}`,
  };
}
