import { html, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import { atKiosk } from "../app/kiosk.ts";
import { say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { t, type Key as Words } from "../i18n/index.ts";
import { PassphraseField } from "../ui/passphrase-field.ts";
import { action, pictogram, submitted } from "../ui/pieces.ts";
import { passkeysExist } from "../wallet/index.ts";
import type { KeyAdding } from "../wallet/types.ts";
import { codeSheet } from "./code-sheet.ts";
import { keys } from "./keys.ts";

interface Offer {
  readonly action: string;
  readonly picture: string;
  readonly words: Words;
  readonly hint: Words;
  readonly add: (adding: KeyAdding, app: App) => Promise<void>;
  readonly possible: () => boolean;
}

/** At a shared computer nothing that stays there is offered. */
const OFFERS: readonly Offer[] = [
  { action: "make-code", picture: "lock", words: "keyAdd.code", hint: "keyAdd.codeHint", possible: () => true,
    add: async (adding, app) => app.show(await codeSheet(app, await adding.recoveryCode(), () => keys(app))) },
  { action: "make-passkey", picture: "fingerprint", words: "keyAdd.passkey", hint: "keyAdd.passkeyHint", possible: () => passkeysExist() && !atKiosk(),
    add: async (adding, app) => added(app, await adding.passkey()) },
  { action: "keep-device", picture: "device", words: "keyAdd.device", hint: "keyAdd.deviceHint", possible: () => !atKiosk(),
    add: async (adding, app) => added(app, await adding.device()) },
];

function added(app: App, _done: void): void {
  app.show(keys(app), say("keyAdded", "message.keyAdded"));
}

/** One more way in. The passphrase is asked first: whoever finds a wallet open cannot make a key to it. */
export function keyAdd(app: App): View {
  const passphrase = new PassphraseField(app);
  let adding: KeyAdding | undefined;

  const prove = (): void => {
    if (passphrase.value === "") return app.tell(say("missingPassphrase", "message.missingPassphrase", "bad"));
    void app.run(async () => {
      adding = await app.session.keys.prove(passphrase.value);
      passphrase.clear();
    });
  };
  const question = (): TemplateResult => html`<form autocomplete="off" novalidate @submit=${submitted(prove)}>
    <div class="panel">${passphrase.piece(t("signIn.passphrase"), t("keyAdd.why"))}</div>
    <div class="actions">${action("prove", "next", t(app.busy ? "keyChange.busy" : "next"), undefined, { look: "primary", submit: true, busy: app.busy })}
      ${action("cancel", "back", t("cancel"), () => app.show(keys(app)), { look: "quiet" })}</div></form>`;
  const offers = (proven: KeyAdding): TemplateResult => html`<ul class="rows entries">${OFFERS.filter(offer => offer.possible()).map(offer => html`<li>
    <button type="button" class="entry" data-action=${offer.action} aria-disabled=${app.busy ? "true" : "false"}
      @click=${() => { if (!app.busy) void app.run(() => offer.add(proven, app)); }}>
      ${pictogram(app.busy ? "hourglass" : offer.picture)}<span><strong>${t(offer.words)}</strong><small>${t(offer.hint)}</small></span></button></li>`)}</ul>
    <div class="actions">${action("cancel", "back", t("cancel"), () => app.show(keys(app)), { look: "quiet" })}</div>`;

  return {
    name: "key-add",
    title: () => t("keyAdd.title"),
    render: () => adding === undefined ? question() : offers(adding),
  };
}
