import { html, type TemplateResult } from "lit-html";
import { t } from "../i18n/index.ts";
import { action, pictogram } from "../ui/pieces.ts";

export interface Access {
  readonly username: string;
  readonly passphrase: string;
}

/** Shown once, after the wallet was made: what to write down, because nobody else knows it. It prints alone. */
export function accessCard(access: Access, dismiss: () => void): TemplateResult {
  return html`<section class="panel warm access-card" aria-labelledby="access-card" data-card>
    <h2 id="access-card">${t("card.title")}</h2>
    <p>${t("card.lead")}</p>
    <dl class="facts">
      <div><dt>${pictogram("person")}${t("card.username")}</dt><dd><bdi class="username" data-username=${access.username}>${access.username}</bdi></dd></div>
      <div><dt>${pictogram("key")}${t("card.passphrase")}</dt><dd><bdi>${access.passphrase}</bdi></dd></div>
    </dl>
    <p>${t("card.apart")}</p>
    <div class="actions no-print">
      ${action("dismiss-card", "check", t("card.done"), dismiss, { look: "primary" })}
      ${action("print-card", "print", t("card.print"), () => print())}
    </div></section>`;
}
