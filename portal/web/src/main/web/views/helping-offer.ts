import { html, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { qrPicture, type QrPicture } from "../files/qr.ts";
import { isolated } from "../i18n/format.ts";
import { language, t } from "../i18n/index.ts";
import { action, notice, pictogram } from "../ui/pieces.ts";
import { qrPiece } from "../ui/qr-picture.ts";
import type { Offered } from "../wallet/types.ts";
import { helping } from "./helping.ts";
import { helpingPerson } from "./helping-person.ts";
import { wordsPiece } from "./two-words.ts";

/** The helper's side of the table: a code, two words, then the mandate as it is given. */
export function helpingOffer(app: App): View {
  const stop = new AbortController();
  let offered: Offered | undefined;
  let picture: QrPicture | undefined;
  let met: { readonly name: string; readonly words: Uint8Array } | undefined;
  let step: "wait" | "compare" | "accept" | "stopped" = "wait";

  const accept = (): void => {
    step = "accept";
    void app.run(async () => {
      const mandate = await offered?.accept(stop.signal);
      if (mandate !== undefined) app.show(helpingPerson(app, mandate), say("mandateAccepted", "message.mandateAccepted"));
    });
  };
  const waiting = (offer: Offered): TemplateResult => html`<p class="lead">${t("helping.show")}</p><div class="panel phone-code">${qrPiece(picture, t("helping.qr"))}
    <div><p>${t("phone.orType")}</p><p class="typed-code" data-code=${offer.code.replaceAll(" ", "")}>${offer.code}</p>
      <p role="status" class="with-pictogram">${pictogram("hourglass")}${t("helping.waiting")}</p></div></div>`;
  const compare = (one: { readonly name: string; readonly words: Uint8Array }): TemplateResult => html`<p class="lead">${t("helping.compare", { name: isolated(one.name) })}</p>${wordsPiece(one.words)}
    <div class="actions">${action("same-words", "check", t("helpers.same"), accept, { look: "primary", busy: app.busy })}
      ${action("other-words", "warning", t("helpers.other"), () => { step = "stopped"; app.refresh(); }, { look: "danger" })}</div>`;
  const body = (): TemplateResult => offered === undefined ? html`<p role="status">${t("loading")}</p>`
    : step === "stopped" ? notice("otherWords", "bad", t("helpers.stopped"))
    : step === "accept" ? html`<p role="status" class="with-pictogram">${pictogram("hourglass")}${t("helping.choosing", { name: isolated(met?.name ?? "") })}</p>`
    : met === undefined ? waiting(offered) : compare(met);

  return {
    name: "helping-offer",
    title: () => t("helping.offer"),
    async start() {
      offered = await app.session.helping.offer(language());
      picture = await qrPicture(offered.qr);
      app.refresh();
      met = await offered.met(stop.signal);
      step = met === undefined ? "wait" : "compare";
    },
    dispose() {
      stop.abort();
      void offered?.drop();
    },
    render: () => html`<div data-step=${step}>${body()}</div><div class="actions">${action("cancel", "clear", t("cancel"), () => app.show(helping(app)), { look: "quiet" })}</div>`,
  };
}
