import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { day, isolated } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { action, notice } from "../ui/pieces.ts";
import { printSheets, sheet } from "../ui/sheet.ts";
import type { MandateView } from "../wallet/types.ts";
import { helpers } from "./helpers.ts";
import { isRunning, mandateFacts, MandateDraft, mandateTag, papersChoice, rightsChoice, rightsWords } from "./rights.ts";

/** The written mandate, on paper: the same words on both sides of it. */
export function mandateSheet(holder: string, helperName: string, one: MandateView): TemplateResult {
  return sheet({
    name: "mandate", title: t("mandate.title"), lead: t("mandate.says", { holder: isolated(holder), helper: isolated(helperName) }),
    lines: [{ term: t("mandate.from"), words: day(one.from) }, { term: t("mandate.until"), words: day(one.until) }],
    body: html`<h3>${t("mandate.may")}</h3>${rightsWords(one.rights)}`, foot: t("mandate.foot"),
  });
}

/** One mandate: what it says, and the ways to narrow it or take it back, which count at once. */
export function helper(app: App, shown: MandateView): View {
  let one = shown;
  let draft: MandateDraft | undefined;
  let asked = false;

  const read = async (): Promise<void> => {
    one = (await app.session.mandates.list()).find(known => known.id === one.id) ?? one;
  };
  const end = (): void => void app.run(async () => {
    await app.session.mandates.end(one.id);
    asked = false;
    await read();
    app.tell(say("mandateEnded", "message.mandateEnded"));
  });
  const change = (): void => {
    const next = draft;
    if (next === undefined || next.rights.size === 0) return app.tell(say("chooseOne", "message.chooseOne", "bad"));
    void app.run(async () => {
      await app.session.mandates.change(one.id, [...next.rights], [...next.papers]);
      draft = undefined;
      await read();
      app.tell(say("mandateChanged", "message.mandateChanged"));
    });
  };
  const laidOut = (): TemplateResult | typeof nothing => {
    const titles = app.session.wallet.papers().filter(paper => one.papers.includes(paper.id));
    return titles.length === 0 ? nothing : html`<h2>${t(one.rights.includes("read") ? "helpers.papersRead" : "helpers.papersSee")}</h2>
      <ul class="plain">${titles.map(paper => html`<li><bdi>${paper.title}</bdi></li>`)}</ul>`;
  };
  const actions = (): TemplateResult => html`<div class="actions">
    ${isRunning(one) ? html`${action("end-mandate", "take-back", t("helpers.end"), () => { asked = true; app.tell(undefined); }, { look: "primary" })}
      ${action("change-mandate", "pencil", t("helpers.change"), () => { draft = new MandateDraft(one.rights, one.papers); app.tell(undefined); })}` : nothing}
    ${action("print-mandate", "print", t("mandate.print"), () => void printSheets([mandateSheet(app.session.me.username, one.name, one)]))}
    ${action("back", "back", t("helpers.all"), () => app.show(helpers(app)))}</div>`;
  const confirm = (): TemplateResult => notice("confirmEnd", "warm", html`<p><strong>${t("helpers.endSure", { name: isolated(one.name) })}</strong></p><p>${t("helpers.endWhat")}</p><div class="actions">
    ${action("confirm-end", "take-back", t("helpers.endYes"), end, { look: "primary", busy: app.busy })}
    ${action("cancel", "clear", t("cancel"), () => { asked = false; app.refresh(); })}</div>`);
  const edit = (next: MandateDraft): TemplateResult => html`${rightsChoice(app, next)}${papersChoice(app, next)}<div class="actions">
    ${action("save-mandate", "check", t("helpers.save"), change, { look: "primary", busy: app.busy })}
    ${action("cancel", "clear", t("cancel"), () => { draft = undefined; app.refresh(); })}</div>`;

  return {
    name: "helper",
    title: () => one.name,
    start: read,
    render: () => html`<div data-mandate=${one.id} data-state=${isRunning(one) ? "given" : one.state}>
      ${draft === undefined ? html`<div class="panel"><div class="row">${mandateTag(one)}</div>${mandateFacts(one)}${laidOut()}</div>${asked ? confirm() : actions()}` : edit(draft)}
      <p class="soft small">${t("helpers.logged")}</p></div>`,
  };
}
