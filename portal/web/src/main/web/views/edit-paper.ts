import { html } from "lit-html";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { t } from "../i18n/index.ts";
import { action, submitted } from "../ui/pieces.ts";
import type { Paper } from "../wallet/types.ts";
import { paper } from "./paper.ts";
import { detailsOf, draftOf, paperFields } from "./paper-fields.ts";

/** The words about a paper, changed; its bytes stay untouched. */
export function editPaper(app: App, one: Paper): View {
  const draft = draftOf(one);
  let saving = false;
  const save = (): void => {
    if (saving) return;
    if (draft.title.trim() === "") return app.tell(say("noTitle", "message.noTitle", "bad"));
    saving = true;
    void app.run(async () => {
      try {
        const changed = await app.session.wallet.describe(one.id, detailsOf(draft));
        app.show(paper(app, changed), say("paperChanged", "message.paperChanged"));
      } finally {
        saving = false;
      }
    });
  };
  return {
    name: "edit-paper",
    title: () => t("edit.heading"),
    render: () => html`<form novalidate @submit=${submitted(save)}>${paperFields(draft, () => app.refresh(), { open: true })}
      <div class="actions">${action("save-details", "check", t("edit.save"), undefined, { look: "primary", submit: true, busy: saving })}
        ${action("cancel", "back", t("cancel"), () => app.show(paper(app, one)), { look: "quiet" })}</div>
      <p class="soft small">${t("edit.encrypted")}</p></form>`,
  };
}
