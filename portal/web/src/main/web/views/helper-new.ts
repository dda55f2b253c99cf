import { html, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { isolated } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { action, notice, pictogram, submitted, typed } from "../ui/pieces.ts";
import { Scanner } from "../ui/scanner.ts";
import type { FoundHelper } from "../wallet/types.ts";
import { helper } from "./helper.ts";
import { helpers } from "./helpers.ts";
import { durationChoice, MandateDraft, papersChoice, rightsChoice } from "./rights.ts";
import { wordsPiece } from "./two-words.ts";

type Step = "find" | "compare" | "terms" | "stopped";

/** At the same table: the helper's code, the same two words on both screens, then what they may do and how long. */
export function helperNew(app: App): View {
  const stop = new AbortController();
  const scanner = new Scanner(text => meet(text));
  const draft = new MandateDraft();
  let code = "";
  let step: Step = "find";
  let found: FoundHelper | undefined;

  const go = (next: Step): void => {
    step = next;
    app.tell(undefined);
  };
  const meet = (name: string): void => void app.run(async () => {
    scanner.stop();
    found = await app.session.mandates.find(name, stop.signal);
    if (found !== undefined) go("compare");
  });
  const typedCode = (): void => {
    if (code.trim() === "") app.tell(say("missingCode", "message.missingCode", "bad"));
    else meet(code);
  };
  const give = (): void => {
    const { duration } = draft;
    if (duration === undefined || draft.rights.size === 0) return app.tell(say("chooseOne", "message.chooseOne", "bad"));
    void app.run(async () => {
      const made = await found?.give({ rights: [...draft.rights], duration, papers: [...draft.papers] });
      if (made !== undefined) app.show(helper(app, made), say("mandateGiven", "message.mandateGiven"));
    });
  };

  const find = (): TemplateResult => html`<p class="lead">${t("helpers.findLead")}</p>${scanner.piece(app)}
    <form autocomplete="off" novalidate @submit=${submitted(typedCode)}><div class="field"><label for="code">${t("helpers.code")}</label>
      <div class="joined"><input id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" dir="ltr" .value=${code} @input=${typed(value => { code = value; })}>
      ${action("use-code", "next", t("next"), undefined, { submit: true, busy: app.busy })}</div></div></form>`;
  const compare = (one: FoundHelper): TemplateResult => html`<p class="lead">${t("helpers.compare", { name: isolated(one.name) })}</p>${wordsPiece(one.words, one.language)}
    <div class="actions">${action("same-words", "check", t("helpers.same"), () => go("terms"), { look: "primary" })}
      ${action("other-words", "warning", t("helpers.other"), () => go("stopped"), { look: "danger" })}</div>`;
  const terms = (one: FoundHelper): TemplateResult => html`<p class="with-pictogram">${pictogram("person")}<strong><bdi>${one.name}</bdi></strong></p>
    <div class="stack">${rightsChoice(app, draft)}${draft.rights.size === 1 && draft.rights.has("add") ? notice("blind", "plain", t("helpers.blind")) : ""}
    ${papersChoice(app, draft)}${durationChoice(app, draft)}
    ${notice("honest", "plain", html`<p>${t("helpers.honest1")}</p><p>${t("helpers.honest2")}</p>`)}</div>
    <div class="actions">${action("give-mandate", "handshake", t("helpers.give", { name: isolated(one.name) }), give, { look: "primary", busy: app.busy })}</div>`;
  const body = (): TemplateResult => step === "stopped" ? notice("otherWords", "bad", t("helpers.stopped"))
    : found === undefined || step === "find" ? html`${find()}${app.busy ? html`<p role="status" class="with-pictogram">${pictogram("hourglass")}${t("loading")}</p>` : ""}`
    : step === "compare" ? compare(found) : terms(found);

  return {
    name: "helper-new",
    title: () => t("helpers.newTitle"),
    dispose() {
      stop.abort();
      scanner.stop();
    },
    render: () => html`<div data-step=${step}>${body()}</div>
      <div class="actions">${action("cancel", "clear", t("cancel"), () => app.show(helpers(app)), { look: "quiet" })}</div>`,
  };
}
