import { html } from "lit-html";
import type { App } from "../app/app.ts";
import { failed, say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { language, t } from "../i18n/index.ts";
import { action, pictogram, submitted, typed } from "../ui/pieces.ts";
import { Scanner } from "../ui/scanner.ts";
import { passkeysExist, PasserelleError, recoverByCode, recoverByPasskey, type Session } from "../wallet/index.ts";
import { codeOfPicture } from "./code-sheet.ts";
import { NewPassphrase } from "./new-passphrase.ts";
import { recovered } from "./recovered.ts";
import { reopen } from "./reopen.ts";
import { signInView } from "./sign-in.ts";
import { waysIn, type WayIn } from "./ways-in.ts";

/** What else helps when the passphrase is lost. */
const WAYS: readonly WayIn[] = [
  { action: "reopen", picture: "cards", words: "lost.kit", show: app => app.show(reopen(app)) },
];

/** The printed code opens the wallet once more and makes way for a new passphrase. */
export function lost(app: App): View {
  const next = new NewPassphrase(app);
  const scanner = new Scanner(found => {
    code = codeOfPicture(found);
    scanning = false;
    app.refresh();
  });
  let username = "";
  let code = "";
  let scanning = false;

  const recover = (open: (passphrase: string) => Promise<Session>, unknown: "wrongCode" | "passkeyUnknown"): void => {
    const passphrase = next.take();
    if (passphrase === undefined) return;
    void app.run(async () => {
      try {
        app.enter(await open(passphrase));
      } catch (error) {
        const wrong = error instanceof PasserelleError && error.failure.name === "wrongPassphrase";
        return app.tell(wrong ? say(unknown, `message.${unknown}`, "bad") : failed(error));
      }
      app.show(recovered(app, passphrase));
    });
  };
  const byCode = (): void => {
    const name = username.trim();
    if (name === "" || code.trim() === "") return app.tell(say("missingRecovery", "message.missingRecovery", "bad"));
    recover(passphrase => recoverByCode({ ...app.config, language: language() }, name, code, passphrase), "wrongCode");
  };
  const passkey: WayIn = {
    action: "recover-passkey", picture: "fingerprint", words: "lost.passkey", possible: passkeysExist,
    show: () => recover(passphrase => recoverByPasskey({ ...app.config, language: language() }, passphrase), "passkeyUnknown"),
  };

  return {
    name: "lost",
    title: () => t("lost.title"),
    dispose: () => scanner.stop(),
    render: () => html`<p class="lead">${t("lost.lead")}</p>
      <form autocomplete="off" novalidate @submit=${submitted(byCode)}>
        <div class="panel">
          <div class="with-pictogram">${pictogram("person")}<div class="field"><label for="username">${t("signIn.username")}</label>
            <p class="hint" id="username-hint">${t("signIn.usernameHint")}</p>
            <input id="username" name="username" aria-describedby="username-hint" autocomplete="off" autocapitalize="none" spellcheck="false" dir="auto" .value=${username}
              @input=${typed(value => { username = value; })}></div></div>
          <div class="with-pictogram">${pictogram("lock")}<div class="field"><label for="recoveryCode">${t("lost.code")}</label>
            <p class="hint" id="code-hint">${t("lost.codeHint")}</p>
            <input id="recoveryCode" class="code" name="recoveryCode" aria-describedby="code-hint" autocomplete="off" autocapitalize="characters" spellcheck="false" dir="ltr"
              .value=${code} @input=${typed(value => { code = value; })}>
            ${scanning ? scanner.piece(app) : html`<div class="row">${action("scan-code", "camera", t("lost.scan"), () => { scanning = true; app.refresh(); }, { look: "quiet" })}</div>`}</div></div>
        </div>
        <div class="panel">${next.piece()}</div>
        <div class="actions">
          ${action("recover", "door-in", t(app.busy ? "signIn.busy" : "lost.submit"), undefined, { look: "primary", submit: true, busy: app.busy })}
          ${action("back", "back", t("back"), () => app.show(signInView(app)), { look: "quiet" })}
        </div>
      </form>
      ${waysIn(app, [passkey, ...WAYS], "lost.otherWays")}
      <p class="soft small">${t("lost.mask")}</p>`,
  };
}
