import { html, nothing } from "lit-html";
import type { App } from "../app/app.ts";
import { atKiosk } from "../app/kiosk.ts";
import { t } from "../i18n/index.ts";
import { action, type Piece } from "../ui/pieces.ts";
import { signInPhone } from "./sign-in-phone.ts";

/** At a shared computer, before the passphrase is asked for: the way that types nothing there. */
export function byPhone(app: App): Piece {
  return !atKiosk() ? nothing : html`<div class="actions">${action("sign-in-phone", "phone", t("phone.offerKiosk"), () => app.show(signInPhone(app)), { look: "primary" })}</div>`;
}
