import { html, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { language, languages, t } from "../i18n/index.ts";
import { threeWords } from "../i18n/words.ts";
import { action, notice, pictogram, submitted, typed } from "../ui/pieces.ts";
import { Scanner } from "../ui/scanner.ts";

/** Where somebody comes for the card this organisation keeps. The card is not opened here, and opens nothing alone. */
export function counter(app: App): View {
  const scanner = new Scanner(found => {
    card = found;
    scanning = false;
    app.refresh();
  });
  let typedCode = "";
  let known: { readonly code: string; readonly words: string } | undefined;
  let card = "";
  let scanning = false;

  const check = (): void => void app.run(async () => {
    known = await app.session.counter.code(typedCode);
  });
  const show = (): void => {
    const to = known;
    if (to === undefined) return;
    if (card.trim() === "") return app.tell(say("missingCard", "message.missingCard", "bad"));
    void app.run(async () => {
      await app.session.counter.show(to.code, await app.session.counter.card(card));
      [card, typedCode, known] = ["", "", undefined];
      app.tell(say("cardShown", "message.cardShown"));
    });
  };
  const again = (): void => {
    [card, typedCode, known] = ["", "", undefined];
    app.tell(undefined);
  };
  const question = (): TemplateResult => html`<form autocomplete="off" novalidate @submit=${submitted(check)}><div class="panel"><div class="with-pictogram">${pictogram("speech")}<div class="field">
      <label for="reopenCode">${t("counter.code")}</label><p class="hint" id="reopenCode-hint">${t("counter.codeHint")}</p>
      <input id="reopenCode" class="code" name="reopenCode" aria-describedby="reopenCode-hint" autocapitalize="characters" spellcheck="false" dir="ltr" .value=${typedCode}
        @input=${typed(value => { typedCode = value; })}></div></div></div>
    <div class="actions">${action("check-code", "next", t("next"), undefined, { look: "primary", submit: true, busy: app.busy })}</div></form>`;
  const words = (of: string): TemplateResult => html`<div class="panel tint"><h2>${t("counter.words")}</h2><p class="same-words" data-words=${threeWords(of, "fr")}>${threeWords(of, language())}</p>
    <details><summary>${t("counter.otherLanguages")}</summary><ul class="plain">${languages.filter(one => one !== language()).map(one => html`<li lang=${one} dir=${one === "ar" ? "rtl" : "ltr"}>${threeWords(of, one)}</li>`)}</ul></details>
    <p>${t("counter.wordsWhy")}</p></div>`;

  return {
    name: "counter",
    title: () => t("counter.title"),
    dispose: () => scanner.stop(),
    render: () => html`<p class="lead">${t("counter.lead")}</p>
      ${known === undefined ? question() : html`${words(known.words)}
      <form autocomplete="off" novalidate @submit=${submitted(show)}><div class="panel"><div class="with-pictogram">${pictogram("cards")}<div class="field">
        <label for="kitCard">${t("counter.card")}</label><p class="hint" id="kitCard-hint">${t("counter.cardHint")}</p>
        <textarea id="kitCard" class="code" name="kitCard" rows="4" aria-describedby="kitCard-hint" autocapitalize="characters" spellcheck="false" dir="ltr" .value=${card}
          @input=${typed(value => { card = value; })}></textarea>
        ${scanning ? scanner.piece(app) : action("scan-code", "camera", t("lost.scan"), () => { scanning = true; app.refresh(); }, { look: "quiet" })}</div></div></div>
        <div class="actions">${action("show-card", "check", t(app.busy ? "counter.busy" : "counter.show"), undefined, { look: "primary", submit: true, busy: app.busy })}
          ${action("cancel", "clear", t("cancel"), again, { look: "quiet" })}</div></form>`}
      ${notice("honest", "plain", html`<p>${t("counter.honest1")}</p><p>${t("counter.honest2")}</p>`)}`,
  };
}
