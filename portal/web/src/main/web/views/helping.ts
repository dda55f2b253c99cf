import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import type { View } from "../app/view.ts";
import { t } from "../i18n/index.ts";
import { action, pictogram } from "../ui/pieces.ts";
import type { HelpingView } from "../wallet/types.ts";
import { helpingOffer } from "./helping-offer.ts";
import { helpingPerson } from "./helping-person.ts";
import { isRunning, mandateTag } from "./rights.ts";

/** The people one helps. */
export function helping(app: App): View {
  let list: readonly HelpingView[] | undefined;

  const row = (one: HelpingView): TemplateResult => html`<li data-mandate=${one.id} data-state=${one.state} class=${one.trusted ? "" : "bad-row"}><div class="row-line">${pictogram("person")}<div>
    <p><strong><bdi>${one.name}</bdi></strong></p><p>${one.trusted ? mandateTag(one) : html`<span class="tag bad">${pictogram("warning")}${t("helping.untrusted")}</span>`}</p></div>
    ${one.trusted && isRunning(one) ? action("help-person", "next", t("helping.open"), () => app.show(helpingPerson(app, one)), { value: one.id, look: "primary" }) : nothing}</div></li>`;

  return {
    name: "helping",
    title: () => t("helping.title"),
    async start() {
      list = await app.session.helping.list();
    },
    render: () => html`<p class="lead">${t("helping.lead")}</p>
      <div class="actions">${action("offer-help", "handshake", t("helping.offer"), () => app.show(helpingOffer(app)), { look: "primary" })}</div>
      ${list === undefined ? html`<p role="status">${app.busy ? t("loading") : nothing}</p>`
        : list.length === 0 ? html`<p class="panel tint">${t("helping.empty")}</p>`
        : html`<ul class="rows">${[...list].sort((a, b) => Number(isRunning(b)) - Number(isRunning(a))).map(row)}</ul>`}`,
  };
}
