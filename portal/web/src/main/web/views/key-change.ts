import { html } from "lit-html";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { t } from "../i18n/index.ts";
import { PassphraseField } from "../ui/passphrase-field.ts";
import { action, submitted } from "../ui/pieces.ts";
import { keys } from "./keys.ts";
import { NewPassphrase } from "./new-passphrase.ts";

/** Another passphrase for the same wallet; no paper is touched. */
export function keyChange(app: App): View {
  const now = new PassphraseField(app);
  const next = new NewPassphrase(app);

  const change = (): void => {
    const passphrase = next.take();
    if (passphrase === undefined) return;
    if (now.value === "") return app.tell(say("missingPassphrase", "message.missingPassphrase", "bad"));
    void app.run(async () => {
      app.enter(await app.session.keys.changePassphrase(now.value, passphrase));
      now.clear();
      app.show(keys(app), say("passphraseChanged", "message.passphraseChanged"));
    });
  };

  return {
    name: "key-change",
    title: () => t("keyChange.title"),
    render: () => html`<p class="lead">${t("keyChange.lead")}</p>
      <form autocomplete="off" novalidate @submit=${submitted(change)}>
        <div class="panel">${now.piece(t("keyChange.now"))}</div>
        <div class="panel">${next.piece()}</div>
        <p>${t("keyChange.ends")}</p>
        <div class="actions">
          ${action("change-passphrase", "key", t(app.busy ? "keyChange.busy" : "keyChange.submit"), undefined, { look: "primary", submit: true, busy: app.busy })}
          ${action("cancel", "back", t("cancel"), () => app.show(keys(app)), { look: "quiet" })}
        </div></form>`,
  };
}
