import { html, nothing } from "lit-html";
import type { App } from "../app/app.ts";
import { atKiosk } from "../app/kiosk.ts";
import type { View } from "../app/view.ts";
import { t } from "../i18n/index.ts";
import { action, type Piece } from "../ui/pieces.ts";
import { phone } from "./phone.ts";
import { signInPhone } from "./sign-in-phone.ts";

/** At a shared computer, before the passphrase is asked for: the way that types nothing there. */
export function byPhone(app: App): Piece {
  return !atKiosk() ? nothing : html`<div class="actions">${action("sign-in-phone", "phone", t("phone.offerKiosk"), () => app.show(signInPhone(app)), { look: "primary" })}</div>`;
}

/** Elsewhere, and least: the way to open such a computer from here. */
export function elsewhere(app: App, back: () => View): Piece {
  return atKiosk() ? nothing : html`<div class="actions">${action("open-elsewhere", "computer", t("phone.title"), () => app.show(phone(app, back)), { look: "quiet" })}</div>`;
}
