import { html, nothing } from "lit-html";
import type { App } from "../app/app.ts";
import type { View } from "../app/view.ts";
import { t, type Key } from "../i18n/index.ts";
import { pictogram } from "../ui/pieces.ts";
import { exportView } from "./export.ts";
import { importView } from "./import.ts";
import { keys } from "./keys.ts";
import { card } from "./card.ts";
import { erase } from "./erase.ts";
import { kit } from "./kit.ts";
import { helpers } from "./helpers.ts";
import { helping } from "./helping.ts";
import { mask } from "./mask.ts";
import { phone } from "./phone.ts";

/** One thing a person does now and then; without roles, everybody may. */
export interface Entry {
  readonly action: string;
  readonly picture: string;
  readonly words: Key;
  readonly hint?: Key;
  readonly show: (app: App) => View;
  readonly roles?: readonly string[];
}

/** The same entries for everybody: what somebody has ever used cannot be told from this page. */
const ENTRIES: readonly Entry[] = [
  { action: "show-keys", picture: "key", words: "more.keys", hint: "more.keysHint", show: keys },
  { action: "show-helpers", picture: "handshake", words: "more.helpers", hint: "more.helpersHint", show: helpers },
  { action: "show-helping", picture: "people", words: "more.helping", hint: "more.helpingHint", show: helping },
  { action: "set-mask", picture: "mask", words: "more.mask", hint: "more.maskHint", show: mask },
  { action: "show-card", picture: "id-card", words: "more.card", hint: "more.cardHint", show: card },
  { action: "open-elsewhere", picture: "computer", words: "more.phone", hint: "more.phoneHint", show: app => phone(app, () => more(app)) },
  { action: "take-along", picture: "suitcase", words: "more.export", hint: "more.exportHint", show: exportView },
  { action: "bring-along", picture: "drop", words: "more.import", hint: "more.importHint", show: importView },
  { action: "show-kit", picture: "cards", words: "more.kit", hint: "more.kitHint", show: kit },
  { action: "show-erase", picture: "delete", words: "more.erase", hint: "more.eraseHint", show: erase },
];

export function more(app: App): View {
  const { roles } = app.session.me;
  const mine = ENTRIES.filter(entry => entry.roles === undefined || entry.roles.some(role => roles.includes(role)));
  return {
    name: "more",
    title: () => t("more.title"),
    render: () => html`<ul class="rows entries">${mine.map(entry => html`<li><button type="button" class="entry" data-action=${entry.action}
      @click=${() => app.show(entry.show(app))}>${pictogram(entry.picture)}<span><strong>${t(entry.words)}</strong>${
        entry.hint === undefined ? nothing : html`<small>${t(entry.hint)}</small>`}</span></button></li>`)}</ul>`,
  };
}
