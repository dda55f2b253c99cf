import { html, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { language, t } from "../i18n/index.ts";
import { action, notice, pictogram, submitted, typed } from "../ui/pieces.ts";
import { Scanner } from "../ui/scanner.ts";
import { secretClass, secretType } from "../ui/secret.ts";
import { Coming } from "../wallet/handover.ts";
import { passkeysExist, passkeySecret } from "../wallet/passkeys.ts";
import { wordsPiece } from "./two-words.ts";

type Step = "find" | "compare" | "unlock" | "sent" | "stopped";

/**
 * One's own phone opens the wallet on a shared computer. Nothing secret is asked for before the person said that both screens show the same
 * two words; what is typed here never reaches the computer's keyboard.
 */
export function phone(app: App, back: () => View, seen?: string): View {
  const stop = new AbortController();
  const scanner = new Scanner(found => meet(found));
  let code = "";
  let coming: Coming | undefined;
  let step: Step = "find";
  let username = app.signedIn?.me.username ?? "";
  let passphrase = "";

  const go = (next: Step): void => {
    step = next;
    app.tell(undefined);
  };
  const meet = (text: string): void => void app.run(async () => {
    scanner.stop();
    coming = await Coming.meet({ ...app.config, language: language() }, text, stop.signal);
    go("compare");
  });
  const typedCode = (): void => {
    if (code.trim() === "") app.tell(say("missingCode", "message.missingCode", "bad"));
    else meet(code);
  };
  const hand = (): void => {
    if (username.trim() === "" || passphrase === "") return app.tell(say("missingSignIn", "message.missingSignIn", "bad"));
    void app.run(async () => {
      const given = passphrase;
      passphrase = "";
      await coming?.handPassphrase(app.config, username.trim(), given);
      go("sent");
    });
  };
  /** The passkey knows whose it is; the computer gets what it opens with, not the passkey. */
  const handByPasskey = (): void => void app.run(async () => {
    const { username: whose, secret } = await passkeySecret();
    await coming?.hand(whose, "passkey", secret);
    go("sent");
  });

  const find = (): TemplateResult => html`<p class="lead">${t("phone.findLead")}</p>
    ${scanner.piece(app)}
    <form autocomplete="off" novalidate @submit=${submitted(typedCode)}><div class="field">
      <label for="code">${t("phone.typeCode")}</label>
      <div class="joined"><input id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" dir="ltr" .value=${code} @input=${typed(value => { code = value; })}>
      ${action("use-code", "next", t("phone.useCode"), undefined, { submit: true, busy: app.busy })}</div></div></form>`;
  const compare = (met: Coming): TemplateResult => html`<p class="lead">${t("phone.compare")}</p>${wordsPiece(met.bytes, met.language)}
    <div class="actions">${action("same-words", "check", t("phone.same"), () => go("unlock"), { look: "primary" })}
      ${action("other-words", "warning", t("phone.other"), () => go("stopped"), { look: "danger" })}</div>`;
  const unlock = (): TemplateResult => html`<form autocomplete="off" novalidate @submit=${submitted(hand)}><div class="panel">
      <div class="field"><label for="username">${t("signIn.username")}</label>
        <input id="username" name="username" autocomplete="off" autocapitalize="none" spellcheck="false" dir="auto" .value=${username} @input=${typed(value => { username = value; })}></div>
      <div class="field"><label for="passphrase">${t("signIn.passphrase")}</label>
        <input id="passphrase" name="passphrase" type=${secretType(false)} class=${secretClass(false)} autocomplete="off" autocapitalize="none" spellcheck="false" dir="auto" .value=${passphrase}
          @input=${typed(value => { passphrase = value; })}></div></div>
    <div class="actions">${action("open-there", "computer", t("phone.openThere"), undefined, { look: "primary", submit: true, busy: app.busy })}
      ${passkeysExist() ? action("open-there-passkey", "fingerprint", t("phone.passkey"), handByPasskey, { busy: app.busy }) : ""}</div></form>`;
  const screens: Record<Step, () => TemplateResult> = {
    find, unlock,
    compare: () => coming === undefined ? html`` : compare(coming),
    sent: () => notice("handedOver", "good", t("phone.sent")),
    stopped: () => notice("otherWords", "bad", html`<p>${t("phone.stopped")}</p>`),
  };

  return {
    name: "phone",
    title: () => t("phone.title"),
    async start() {
      if (seen !== undefined) meet(seen);
    },
    dispose() {
      stop.abort();
      scanner.stop();
    },
    render: () => html`<div data-step=${step}>${step === "find" && app.busy ? html`<p role="status" class="with-pictogram">${pictogram("hourglass")}${t("loading")}</p>` : screens[step]()}</div>
      <div class="actions">${action("back", "back", t("back"), () => app.show(back()), { look: "quiet" })}</div>`,
  };
}
