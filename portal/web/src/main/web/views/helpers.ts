import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import type { View } from "../app/view.ts";
import { t } from "../i18n/index.ts";
import { action, pictogram } from "../ui/pieces.ts";
import type { MandateView } from "../wallet/types.ts";
import { helper } from "./helper.ts";
import { helperNew } from "./helper-new.ts";
import { isRunning, mandateTag } from "./rights.ts";

/** Whom the holder lets do what. */
export function helpers(app: App): View {
  let list: readonly MandateView[] | undefined;

  const row = (one: MandateView): TemplateResult => html`<li data-mandate=${one.id} data-state=${one.state}><div class="row-line">${pictogram("handshake")}<div>
    <p><strong><bdi>${one.name}</bdi></strong></p><p>${one.rights.map(right => t(`right.${right}`)).join(" · ")}</p><p>${mandateTag(one)}</p></div>
    ${action("show-helper", "next", t("helpers.show"), () => app.show(helper(app, one)), { value: one.id })}</div></li>`;
  const section = (title: "helpers.now" | "helpers.past", some: readonly MandateView[]) =>
    some.length === 0 ? nothing : html`<h2>${t(title)}</h2><ul class="rows">${some.map(row)}</ul>`;

  return {
    name: "helpers",
    title: () => t("helpers.title"),
    async start() {
      list = await app.session.mandates.list();
    },
    render: () => html`<p class="lead">${t("helpers.lead")}</p>
      <div class="actions">${action("new-helper", "person-add", t("helpers.new"), () => app.show(helperNew(app)), { look: "primary" })}</div>
      ${list === undefined ? html`<p role="status">${app.busy ? t("loading") : nothing}</p>`
        : list.length === 0 ? html`<p class="panel tint">${t("helpers.empty")}</p>`
        : html`${section("helpers.now", list.filter(isRunning))}${section("helpers.past", list.filter(one => !isRunning(one)))}`}`,
  };
}
