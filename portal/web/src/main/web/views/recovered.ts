import { html, nothing } from "lit-html";
import type { App } from "../app/app.ts";
import { firstView } from "../app/navigation.ts";
import type { View } from "../app/view.ts";
import { t } from "../i18n/index.ts";
import { action, notice } from "../ui/pieces.ts";
import { accessCard } from "./access-card.ts";
import { codeSheet } from "./code-sheet.ts";
import { kit } from "./kit.ts";

/** After a passphrase was lost: the new one to write down, and a new code, because the one that was used is used up. */
export function recovered(app: App, passphrase: string, cards = false): View {
  const { username } = app.session.me;
  const on = (): void => app.show(firstView(app));
  const make = (): void => void app.run(async () => {
    const code = await (await app.session.keys.prove(passphrase)).recoveryCode();
    app.show(await codeSheet(app, code, () => firstView(app)));
  });
  return {
    name: "lost",
    title: () => t("recovered.title"),
    render: () => html`${notice("recovered", "good", t("recovered.lead"))}
      ${accessCard({ username, passphrase }, on)}
      <div class="panel tint"><p>${t("recovered.code")}</p><div class="actions">
        ${action("make-code", "lock", t("keyAdd.code"), make, { look: "primary", busy: app.busy })}</div></div>
      ${cards ? html`<div class="panel tint"><p>${t("recovered.cards")}</p><div class="actions">
        ${action("show-kit", "cards", t("kit.make"), () => app.show(kit(app)))}</div></div>` : nothing}`,
  };
}
