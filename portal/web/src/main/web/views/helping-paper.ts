import { html, nothing } from "lit-html";
import type { App } from "../app/app.ts";
import type { View } from "../app/view.ts";
import { isolated } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { action, pictogram } from "../ui/pieces.ts";
import { Viewer } from "../ui/viewer.ts";
import type { HelpingView, ShelfPaper } from "../wallet/types.ts";
import { helpingPerson } from "./helping-person.ts";

/** A paper that was laid out to be read. Each look, and each print, is asked for and stands in the holder's log. */
export function helpingPaper(app: App, one: HelpingView, paper: ShelfPaper): View {
  const viewer = new Viewer();
  const printIt = (): void => void app.run(async () => {
    await app.session.helping.open(one.id, paper, "print");
    print();
  });
  return {
    name: "helping-paper",
    wide: true,
    title: () => paper.title,
    async start() {
      await viewer.show((await app.session.helping.open(one.id, paper, "look")).blob);
    },
    dispose: () => viewer.close(),
    render: () => html`<div data-paper=${paper.id}><p class="soft small with-pictogram">${pictogram("log")}${t("helping.looked", { name: isolated(one.name) })}</p>
      <div class="actions no-print">${one.rights.includes("print") ? action("print-paper", "print", t("helping.print"), printIt, { busy: app.busy }) : nothing}
        ${action("back", "back", t("back"), () => app.show(helpingPerson(app, one)))}</div>${viewer.element}</div>`,
  };
}
