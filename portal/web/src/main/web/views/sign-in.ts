import { html } from "lit-html";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import { firstView } from "../app/navigation.ts";
import type { View } from "../app/view.ts";
import { language, t } from "../i18n/index.ts";
import { action, pictogram, submitted, typed } from "../ui/pieces.ts";
import { signIn } from "../wallet/index.ts";

/** The one place, with the making of a wallet, where a passphrase is typed; it never leaves this page. */
export function signInView(app: App): View {
  let username = "";
  let passphrase = "";
  let shown = false;

  const enter = (): void => {
    const name = username.trim().normalize("NFKC").toLowerCase();
    if (name === "" || passphrase === "") return app.tell(say("missingSignIn", "message.missingSignIn", "bad"));
    void app.run(async () => {
      const session = await signIn({ ...app.config, language: language() }, { username: name, passphrase });
      passphrase = "";
      app.enter(session);
      app.show(firstView(app));
    });
  };

  return {
    name: "sign-in",
    title: () => t("signIn.title"),
    render: () => html`<form autocomplete="off" novalidate @submit=${submitted(enter)}>
      <div class="panel">
        <div class="with-pictogram">${pictogram("person")}<div class="field">
          <label for="username">${t("signIn.username")}</label>
          <p class="hint" id="username-hint">${t("signIn.usernameHint")}</p>
          <input id="username" name="username" aria-describedby="username-hint" autocomplete="off" autocapitalize="none" spellcheck="false" dir="auto"
            .value=${username} @input=${typed(value => { username = value; })}></div></div>
        <div class="with-pictogram">${pictogram("key")}<div class="field">
          <label for="passphrase">${t("signIn.passphrase")}</label>
          <div class="joined"><input id="passphrase" name="passphrase" type=${shown ? "text" : "password"} autocomplete="off" autocapitalize="none" spellcheck="false"
            dir="auto" .value=${passphrase} @input=${typed(value => { passphrase = value; })}>
          ${action("show-passphrase", shown ? "eye-off" : "eye", t(shown ? "create.hide" : "create.show"), () => { shown = !shown; app.refresh(); })}</div></div></div>
      </div>
      <div class="actions">
        ${action("sign-in", "door-in", t(app.busy ? "signIn.busy" : "signIn.submit"), undefined, { look: "primary", submit: true, busy: app.busy })}
        <a class="button quiet" href="/create?lang=${language()}" data-action="create-wallet">${t("signIn.noWallet")}</a>
      </div>
      <p class="soft small">${t("signIn.stays")}</p>
    </form>`,
  };
}
