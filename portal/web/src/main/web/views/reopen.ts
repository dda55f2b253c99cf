import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { language, t } from "../i18n/index.ts";
import { action, choices, pictogram, submitted, typed } from "../ui/pieces.ts";
import { Reopen } from "../wallet/index.ts";
import { lost } from "./lost.ts";
import { reopenState } from "./reopen-state.ts";

/** The way back by the cards: a name and a slip. The slip is made here, or it is there from another day. */
export function reopen(app: App): View {
  let username = "";
  let slip = "";
  let way: "new" | "again" = "new";

  const go = (): void => {
    if (username.trim() === "") return app.tell(say("missingName", "message.missingName", "bad"));
    if (way === "again" && slip.trim() === "") return app.tell(say("missingSlip", "message.missingSlip", "bad"));
    void app.run(async () => {
      const made = way === "new" ? await Reopen.slip() : slip;
      const found = await Reopen.from({ ...app.config, language: language() }, username, made);
      app.show(reopenState(app, found, made));
    });
  };
  const again = (): TemplateResult => html`<div class="with-pictogram">${pictogram("receipt")}<div class="field"><label for="slip">${t("reopen.slip")}</label>
    <p class="hint" id="slip-hint">${t("reopen.slipHint")}</p>
    <input id="slip" class="code" name="slip" aria-describedby="slip-hint" autocomplete="off" autocapitalize="characters" spellcheck="false" dir="ltr" .value=${slip}
      @input=${typed(value => { slip = value; })}></div></div>`;

  return {
    name: "reopen",
    title: () => t("reopen.title"),
    render: () => html`<p class="lead">${t("reopen.lead")}</p>
      <form autocomplete="off" novalidate @submit=${submitted(go)}><div class="panel">
        <div class="with-pictogram">${pictogram("person")}<div class="field"><label for="username">${t("signIn.username")}</label>
          <p class="hint" id="username-hint">${t("signIn.usernameHint")}</p>
          <input id="username" name="username" aria-describedby="username-hint" autocomplete="off" autocapitalize="none" spellcheck="false" dir="auto" .value=${username}
            @input=${typed(value => { username = value; })}></div></div>
        ${choices("reopenWay", t("reopen.way"), [
          { value: "new", words: t("reopen.new"), hint: t("reopen.newHint"), picture: "add" }, { value: "again", words: t("reopen.again"), hint: t("reopen.againHint"), picture: "receipt" },
        ], value => way === value, value => { way = value === "again" ? "again" : "new"; app.refresh(); }, { shape: "few" })}
        ${way === "again" ? again() : nothing}</div>
        <div class="actions">${action("begin-reopening", "next", t("next"), undefined, { look: "primary", submit: true, busy: app.busy })}
          ${action("back", "back", t("back"), () => app.show(lost(app)), { look: "quiet" })}</div></form>`,
  };
}
