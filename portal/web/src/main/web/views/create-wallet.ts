import { html, nothing } from "lit-html";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { language, t } from "../i18n/index.ts";
import { words } from "../i18n/words.ts";
import { action, pictogram, submitted, typed } from "../ui/pieces.ts";
import { secretClass, secretType } from "../ui/secret.ts";
import { createWallet, suggestPassphrase, validPseudonym } from "../wallet/index.ts";
import { wallet } from "./wallet.ts";

export const SHORTEST = 12;

/** A name of one's choosing and a passphrase: nothing else is asked, now or later. */
export function createWalletView(app: App): View {
  let pseudonym = "";
  let own = false;
  let spoken = language();
  let proposal = suggestPassphrase(words(spoken));
  let passphrase = proposal;
  let shown = true;

  const propose = (): void => {
    own = false;
    spoken = language();
    passphrase = proposal = suggestPassphrase(words(spoken));
    app.refresh();
  };
  const create = (): void => {
    const name = pseudonym.trim().normalize("NFKC").replace(/\s+/g, "-");
    if (!validPseudonym(name)) return app.tell(say("pseudonymShape", "message.pseudonymShape", "bad"));
    if (passphrase.length < SHORTEST) return app.tell(say("passphraseShort", "message.passphraseShort", "bad"));
    void app.run(async () => {
      const made = await createWallet({ ...app.config, language: language() }, { pseudonym: name, passphrase });
      app.enter(made.session);
      app.show(wallet(app, { username: made.username, passphrase }));
    });
  };
  const write = (value: string): void => {
    passphrase = value;
    own = value !== proposal;
    app.refresh();
  };

  return {
    name: "create-wallet",
    title: () => t("create.title"),
    render: () => html`<p class="lead">${t("create.lead")}</p>
      <form autocomplete="off" novalidate @submit=${submitted(create)}>
        <div class="panel"><div class="with-pictogram">${pictogram("person")}<div class="field">
          <label for="pseudonym">${t("create.pseudonym")}</label>
          <p class="hint" id="pseudonym-hint">${t("create.pseudonymHint")}</p>
          <input id="pseudonym" name="pseudonym" aria-describedby="pseudonym-hint" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="32"
            dir="auto" .value=${pseudonym} @input=${typed(value => { pseudonym = value; })}></div></div></div>
        <div class="panel"><div class="with-pictogram">${pictogram("key")}<div><div class="field">
          <label for="passphrase">${t("create.passphrase")}</label>
          <p class="hint" id="passphrase-hint">${t("create.passphraseHint")}</p>
          <input id="passphrase" class="passphrase ${secretClass(shown)}" name="passphrase" type=${secretType(shown)} aria-describedby="passphrase-hint passphrase-warning"
            autocomplete="off" autocapitalize="none" spellcheck="false" dir="auto" .value=${passphrase} @input=${typed(write)}></div>
          ${own || !shown ? nothing : html`<ol class="passphrase-words" lang=${spoken} aria-hidden="true">${proposal.split("-").map(word => html`<li>${word}</li>`)}</ol>`}
          <div class="row">
            ${action("suggest-passphrase", "dice", t("create.another"), propose)}
            ${action("show-passphrase", shown ? "eye-off" : "eye", t(shown ? "create.hide" : "create.show"), () => { shown = !shown; app.refresh(); }, { look: "quiet" })}
          </div>
          <p class="soft small">${t("create.own")}</p></div></div></div>
        <div class="notice warm" id="passphrase-warning">${pictogram("pencil")}<div><p><strong>${t("create.writeDown")}</strong></p><p>${t("create.noReset")}</p></div></div>
        <div class="actions">
          ${action("create-wallet", "wallet", t(app.busy ? "create.busy" : "create.submit"), undefined, { look: "primary", submit: true, busy: app.busy })}
          <a class="button quiet" href="/sign-in?lang=${language()}" data-action="sign-in">${t("create.already")}</a>
        </div>
      </form>`,
  };
}
