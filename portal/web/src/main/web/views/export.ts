import { html, nothing } from "lit-html";
import { keepCopy } from "../app/keep.ts";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { pack } from "../files/load-archive.ts";
import { language, t } from "../i18n/index.ts";
import { words } from "../i18n/words.ts";
import { action, notice, pictogram, submitted, typed } from "../ui/pieces.ts";
import { secretClass, secretType } from "../ui/secret.ts";
import { suggestPassphrase } from "../wallet/index.ts";
import { SHORTEST } from "./create-wallet.ts";
import { exportPieces } from "./export-pieces.ts";
import { more } from "./more.ts";

/** Everything in one archive, made here: the passphrase is asked again, the archive gets a password of its own, the log says that it was made. */
export function exportView(app: App): View {
  const { wallet, portable } = app.session;
  let passphrase = "";
  let password = suggestPassphrase(words(language()));
  let shown = true;
  let done: { readonly papers: number; readonly all: number } | undefined;
  let made: Blob | undefined;

  const make = (): void => {
    if (done !== undefined) return;
    if (passphrase === "") return app.tell(say("missingPassphrase", "message.missingPassphrase", "bad"));
    if (password.length < SHORTEST) return app.tell(say("passphraseShort", "message.passphraseShort", "bad"));
    if (password === passphrase) return app.tell(say("samePassword", "message.samePassword", "bad"));
    void app.run(async () => {
      const secret = passphrase;
      passphrase = "";
      try {
        done = { papers: 0, all: wallet.papers().length };
        app.refresh();
        await portable.prove(secret);
        const at = new Date().toISOString().replace(/\.\d+Z$/, "Z");
        const file = await pack(exportPieces(wallet, await wallet.loans(), at, (papers, all) => {
          done = { papers, all };
          app.alive();
          app.refresh();
        }), password);
        await portable.exported();
        made = file;
        keep();
      } finally {
        done = undefined;
      }
    });
  };
  const keep = (): void => {
    if (made !== undefined) keepCopy(app, made, `passerelle-${new Date().toISOString().slice(0, 10)}`, "application/zip", true);
  };
  const form = () => html`<form autocomplete="off" novalidate @submit=${submitted(make)}>
    <div class="panel"><div class="with-pictogram">${pictogram("key")}<div class="field"><label for="passphrase">${t("export.passphrase")}</label><p class="hint" id="passphrase-hint">${t("export.passphraseHint")}</p>
      <input id="passphrase" name="passphrase" type=${secretType(false)} class=${secretClass(false)} autocomplete="off" autocapitalize="none" spellcheck="false" dir="auto" aria-describedby="passphrase-hint" .value=${passphrase} @input=${typed(value => { passphrase = value; })}></div></div></div>
    <div class="panel"><div class="with-pictogram">${pictogram("lock")}<div class="field"><label for="archivePassword">${t("export.password")}</label><p class="hint" id="password-hint">${t("export.passwordHint")}</p>
      <input id="archivePassword" class="passphrase ${secretClass(shown)}" name="archivePassword" type=${secretType(shown)} autocomplete="off" autocapitalize="none" spellcheck="false" dir="auto" aria-describedby="password-hint" .value=${password} @input=${typed(value => { password = value; app.refresh(); })}>
      ${shown ? html`<ol class="passphrase-words" aria-hidden="true">${password.split("-").filter(word => word !== "").map(word => html`<li>${word}</li>`)}</ol>` : nothing}
      <div class="row">${action("suggest-passphrase", "dice", t("create.another"), () => { password = suggestPassphrase(words(language())); app.refresh(); })}
        ${action("show-passphrase", shown ? "eye-off" : "eye", t(shown ? "create.hide" : "create.show"), () => { shown = !shown; app.refresh(); }, { look: "quiet" })}</div></div></div></div>
    ${notice("exportCareful", "warm", html`<p>${t("export.careful")}</p>`)}
    ${done === undefined ? nothing : html`<div role="status"><label for="progress">${t("export.progress", { done: done.papers, all: done.all })}</label><progress id="progress" max=${Math.max(1, done.all)} .value=${done.papers}></progress></div>`}
    <div class="actions">${action("make-export", "save", t(done === undefined ? "export.make" : "export.making"), undefined, { look: "primary", submit: true, busy: done !== undefined })}
      ${action("cancel", "back", t("cancel"), () => app.show(more(app)), { look: "quiet" })}</div></form>`;

  return {
    name: "export",
    title: () => t("export.title"),
    dispose: () => {
      made = undefined;
    },
    render: () => html`<p class="lead">${t("export.lead")}</p>${made === undefined ? form() : html`${notice("exported", "good", html`<p>${t("export.done")}</p><p>${t("export.tools")}</p>`)}
      <div class="panel"><p>${t("export.password")}</p><p class="passphrase" data-archive-password><bdi>${password}</bdi></p></div>
      <div class="actions">${action("keep-export", "save", t("export.again"), keep)}${action("back", "back", t("back"), () => app.show(more(app)), { look: "quiet" })}</div>`}`,
  };
}
