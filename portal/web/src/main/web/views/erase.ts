import { html, nothing } from "lit-html";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { t } from "../i18n/index.ts";
import { PassphraseField } from "../ui/passphrase-field.ts";
import { action, notice, submitted } from "../ui/pieces.ts";
import { erased } from "./erased.ts";
import { more } from "./more.ts";

/** Erasing for ever: what goes and what stays, then the passphrase, then once more. */
export function erase(app: App): View {
  const passphrase = new PassphraseField(app);
  let sure = false;

  const ask = (): void => {
    if (passphrase.value === "") return app.tell(say("missingPassphrase", "message.missingPassphrase", "bad"));
    sure = true;
    app.refresh();
  };
  const go = (): void => void app.run(async () => {
    const { erasure } = app.session;
    try {
      const jws = await erasure.erase(passphrase.value);
      passphrase.clear();
      await app.end();
      app.show(erased(app, erasure, jws));
    } finally {
      sure = false;
    }
  });

  return {
    name: "erase",
    title: () => t("erase.title"),
    render: () => html`<p class="lead">${t("erase.lead")}</p>
      <ul class="plain steps-list">${(["erase.papers", "erase.loans", "erase.copies", "erase.log", "erase.name"] as const).map(key => html`<li>${t(key)}</li>`)}</ul>
      <form autocomplete="off" novalidate @submit=${submitted(sure ? go : ask)}>
        ${sure ? notice("sure", "bad", html`<p><strong>${t("erase.sure")}</strong></p>`) : html`<div class="panel">${passphrase.piece(t("signIn.passphrase"), t("erase.why"))}</div>`}
        <div class="actions">${sure ? action("confirm-erase", "delete", t(app.busy ? "erase.busy" : "erase.yes"), undefined, { look: "danger primary", submit: true, busy: app.busy })
          : action("erase", "delete", t("erase.go"), undefined, { look: "danger", submit: true, busy: app.busy })}
          ${app.busy ? nothing : action("cancel", "back", t("cancel"), () => app.show(more(app)), { look: "quiet" })}</div></form>`,
  };
}
