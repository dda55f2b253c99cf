import { html, type TemplateResult } from "lit-html";
import { t } from "../i18n/index.ts";
import { pictogram } from "../ui/pieces.ts";

/** Said on every screen of a shared computer, in few words. */
export function kioskLine(): TemplateResult {
  return html`<p class="kiosk-line no-print" data-kiosk-line>${pictogram("shield")}<span><strong>${t("kiosk.nothing")}</strong> ${t("kiosk.leave", { leave: t("nav.leave") })}</span></p>`;
}
