import { html } from "lit-html";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import { firstView } from "../app/navigation.ts";
import type { View } from "../app/view.ts";
import { moment } from "../i18n/format.ts";
import { has, t } from "../i18n/index.ts";
import { action, pictogram } from "../ui/pieces.ts";

/** After a mask: what was added under it opens the whole wallet only when the holder says that it is theirs. */
export function newSlots(app: App): View {
  const { list } = app.session.newSlots;
  const settle = (mine: boolean): void => void app.run(async () => {
    await app.session.newSlots.settle(mine);
    app.show(firstView(app), say("newSlots", mine ? "message.newSlotsKept" : "message.newSlotsDropped"));
  });
  const kind = (name: string): string => {
    const key = `key.${name}`;
    return has(key) ? t(key) : name;
  };
  return {
    name: "new-slots",
    title: () => t("newSlots.title"),
    render: () => html`<p>${t("newSlots.lead")}</p>
      <ul class="rows">${list.map(slot => html`<li class="row-line" data-slot=${slot.slot}>${pictogram("key")}<div><p><strong>${kind(slot.kind)}</strong></p><p class="when">${moment(slot.created)}</p></div></li>`)}</ul>
      <p>${t("newSlots.doubt")}</p>
      <div class="actions">${action("drop-new-slots", "delete", t("newSlots.drop"), () => settle(false), { look: "primary", busy: app.busy })}
        ${action("keep-new-slots", "check", t("newSlots.keep"), () => settle(true), { busy: app.busy })}</div>`,
  };
}
