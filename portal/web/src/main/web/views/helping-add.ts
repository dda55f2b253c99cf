import { html } from "lit-html";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { isolated } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { action } from "../ui/pieces.ts";
import type { HelpingView } from "../wallet/types.ts";
import { bring } from "./bring.ts";
import { helpingPerson } from "./helping-person.ts";
import { paperFields } from "./paper-fields.ts";

/** Adds or scans a paper for somebody. It goes into a box that opens one way. */
export function helpingAdd(app: App, one: HelpingView): View {
  const body = bring(app, {
    button: busy => action("send-paper", "lock", t("helping.send"), undefined, { look: "primary", submit: true, busy }), fields: draft => paperFields(draft, () => app.refresh(), { extra: false }),
    async send(file, meta, progress) {
      await app.session.helping.add(one.id, file, meta, progress);
      app.show(helpingPerson(app, one), say("sent", "message.sent"));
    },
    cancel: () => app.show(helpingPerson(app, one)),
  });
  return {
    name: "helping-add",
    title: () => t("helping.add", { name: isolated(one.name) }),
    render: () => html`<p>${t("helping.addLead", { name: isolated(one.name) })}</p>${body()}`,
  };
}
