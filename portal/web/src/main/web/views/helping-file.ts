import { html } from "lit-html";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { isolated } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { action, submitted } from "../ui/pieces.ts";
import type { HelpingView, ShelfPaper } from "../wallet/types.ts";
import { helpingPerson } from "./helping-person.ts";
import { draftOf, paperFields } from "./paper-fields.ts";

/** Proposes another title, kind or date; the holder takes it up or not. */
export function helpingFile(app: App, one: HelpingView, paper: ShelfPaper): View {
  const draft = Object.assign(draftOf(), { title: paper.title, kind: paper.kind, date: paper.date ?? "" });
  const send = (): void => {
    if (draft.title.trim() === "") return app.tell(say("noTitle", "message.noTitle", "bad"));
    void app.run(async () => {
      await app.session.helping.proposeFiling(one.id, paper.id, { title: draft.title.trim(), kind: draft.kind || "other", ...(draft.date === "" ? {} : { date: draft.date }) });
      app.show(helpingPerson(app, one), say("proposed", "message.proposed"));
    });
  };
  return {
    name: "helping-file",
    title: () => t("helping.file"),
    render: () => html`<p>${t("helping.fileLead", { name: isolated(one.name) })}</p><form novalidate @submit=${submitted(send)}>${paperFields(draft, () => app.refresh(), { extra: false })}
      <div class="actions">${action("send-proposal", "check", t("helping.propose"), undefined, { look: "primary", submit: true, busy: app.busy })}
        ${action("cancel", "back", t("cancel"), () => app.show(helpingPerson(app, one)), { look: "quiet" })}</div></form>`,
  };
}
