import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { day, moment } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { action, notice, pictogram } from "../ui/pieces.ts";
import type { Key } from "../wallet/types.ts";
import { keyAdd } from "./key-add.ts";
import { keyChange } from "./key-change.ts";

const PICTURES: Readonly<Record<Key["kind"], string>> = { passphrase: "key", passkey: "fingerprint", device: "device", recovery: "lock", kit: "people" };

/** What can open my wallet: every way, since when, and when it last did. */
export function keys(app: App): View {
  let list: readonly Key[] | undefined;
  let dropping: Key | undefined;

  const drop = (key: Key): void => void app.run(async () => {
    await app.session.keys.drop(key.slot);
    if (key.open) return app.leave("left");
    dropping = undefined;
    list = await app.session.keys.list();
    app.tell(say("keyDropped", "message.keyDropped"));
  });
  const ask = (key: Key | undefined): void => {
    dropping = key;
    app.tell(undefined);
  };

  const row = (key: Key): TemplateResult => html`<li data-key=${key.slot} data-kind=${key.kind}><div class="row-line">${pictogram(PICTURES[key.kind])}
    <div><p><strong>${t(`key.${key.kind}`)}</strong> ${key.thisDevice ? html`<span class="tag">${t("key.thisDevice")}</span>` : nothing}
      ${key.open ? html`<span class="tag">${t("key.open")}</span>` : nothing}</p>
      <p>${t("key.since", { day: day(key.created) })}</p>
      <p class="soft" data-used=${key.usedAt ?? nothing}>${key.usedAt === undefined ? t("key.neverUsed") : t("key.used", { moment: moment(key.usedAt) })}</p></div>
    ${key.kind === "passphrase" ? action("change-key", "pencil", t("key.change"), () => app.show(keyChange(app)))
      : action("drop-key", "delete", t("key.drop"), () => ask(key), { value: key.slot })}</div>
    ${dropping?.slot === key.slot ? sure(key) : nothing}</li>`;
  const sure = (key: Key): TemplateResult => notice("confirmDropKey", "warm", html`<p>${t(`key.sure.${key.kind === "recovery" || key.kind === "kit" ? "paper" : "thing"}`)}</p>
    <div class="actions">${action("confirm-drop-key", "delete", t("key.dropYes"), () => drop(key), { look: "danger", busy: app.busy })}
      ${action("cancel", "back", t("cancel"), () => ask(undefined))}</div>`);

  return {
    name: "keys",
    title: () => t("keys.title"),
    async start() {
      list = await app.session.keys.list();
    },
    render: () => html`<p class="lead">${t("keys.lead")}</p>
      ${list === undefined ? html`<p role="status">${app.busy ? t("loading") : nothing}</p>` : html`<ul class="rows keys">${list.map(row)}</ul>`}
      <div class="actions">${action("add-key", "add", t("keys.add"), () => app.show(keyAdd(app)), { look: "primary" })}</div>
      ${list === undefined || list.some(key => key.kind === "recovery" || key.kind === "kit") ? nothing : notice("noRecovery", "warm", t("keys.noRecovery"))}
      <p class="soft small">${t("keys.strange")}</p>`,
  };
}
