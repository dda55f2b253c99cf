import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import { kindOf, label, purposeOf, purposes, tops, narrower } from "../i18n/concepts.ts";
import { language, named, t, type Key } from "../i18n/index.ts";
import { action, choices, facts, notice, pictogram, submitted, typed } from "../ui/pieces.ts";
import type { Action, Duration } from "../wallet/types.ts";
import type { LendDraft } from "./lend-draft.ts";
import { unknownRecipient, type Question } from "./lend.ts";

export const papers: Question = {
  title: "lend.papers", action: "choose-papers",
  ask: (app, draft) => choices("papers", t("lend.papers"), (draft.choice ?? app.session.wallet.papers()).map(paper => ({
    value: paper.id, words: paper.title, hint: label(kindOf(paper.kind)), picture: kindOf(paper.kind).pictogram,
  })), id => draft.papers.has(id), (id, checked) => {
    if (checked) draft.papers.add(id);
    else draft.papers.delete(id);
  }, { type: "checkbox", hideLegend: true }),
  answered: draft => draft.papers.size > 0,
};

export const agency: Question = {
  title: "lend.agency", action: "choose-agency",
  ask: (app, draft) => html`<p>${t("lend.agencyHint")}</p>
    <form role="search" novalidate @submit=${submitted(() => find(app, draft))}><div class="field"><label for="agencyQuery">${t("lend.agencyName")}</label><div class="joined">
      <input id="agencyQuery" type="search" name="agencyQuery" autocomplete="off" dir="auto" .value=${draft.query} @input=${typed(value => { draft.query = value; })}>
      ${action("find-agency", "search", t("lend.find"), undefined, { submit: true, busy: app.busy })}</div></div></form>
    ${found(app, draft)}`,
  answered: draft => draft.agency !== undefined,
  async after(app, draft) {
    draft.keys = await app.session.wallet.agencyKeys(draft.agency?.id ?? "");
    const [first] = draft.keys.functions;
    if (first === undefined) throw unknownRecipient();
    draft.team = draft.keys.functions.length === 1 ? first.function : "";
  },
};

function find(app: App, draft: LendDraft): void {
  void app.run(async () => {
    draft.found = await app.session.wallet.agencies(draft.query.trim(), language());
    draft.agency = draft.found.length === 1 ? draft.found[0] : undefined;
    if (draft.found.length === 0) app.tell(say("noAgency", "message.noAgency", "warm"));
  });
}

function found(app: App, draft: LendDraft): TemplateResult | typeof nothing {
  const list = draft.found;
  if (list === undefined || list.length === 0) return nothing;
  return choices("agency", t("lend.found"), list.map(one => ({ value: one.id, words: named(one.names, one.name), hint: one.commune, picture: "building" })),
    id => draft.agency?.id === id, id => {
      draft.agency = list.find(one => one.id === id);
      app.refresh();
    });
}

export const team: Question = {
  title: "lend.team", action: "choose-function",
  ask: (app, draft) => html`${draft.keys?.known === false ? html`<div class="panel"><div class="with-pictogram">${pictogram("fingerprint")}<div>
      <h2>${t("lend.first", { agency: draft.agencyName() })}</h2><p>${t("lend.fingerprint")}</p>
      <p><span class="fingerprint" data-fingerprint=${draft.keys.fingerprint}>${draft.keys.fingerprint}</span></p><p class="soft small">${t("lend.fingerprintWhy")}</p></div></div></div>` : nothing}
    ${choices("function", t("lend.teamHint", { agency: draft.agencyName() }), (draft.keys?.functions ?? []).map(one => ({
      value: one.function, words: named(one.names, one.function), picture: "team" })), id => draft.team === id, id => {
      draft.team = id;
      app.refresh();
    }, { shape: "few" })}`,
  answered: draft => draft.team !== "",
};

export const purpose: Question = {
  title: "lend.purpose", action: "choose-purpose",
  ask: (app, draft) => choices("purpose", t("lend.purpose"), tops(purposes).flatMap(top => [top, ...narrower(purposes, top.notation)]).map(concept => ({
    value: concept.notation, words: label(concept), picture: concept.pictogram })), id => draft.purpose === id, id => {
    draft.purpose = id;
    app.refresh();
  }, { hideLegend: true }),
  answered: draft => draft.purpose !== "",
};

const DURATIONS: readonly [Duration, string][] = [["appointment", "clock"], ["day", "sun"], ["month", "calendar"], ["half-year", "calendar"], ["year", "calendar"]];

export const duration: Question = {
  title: "lend.duration", action: "choose-duration",
  ask: (app, draft) => html`<p>${t("lend.durationHint")}</p>${choices("duration", t("lend.duration"), DURATIONS.map(([value, picture]) => ({
    value, words: t(`duration.${value}`), hint: value === "appointment" ? t("duration.appointmentHint") : undefined, picture })), id => draft.duration === id, id => {
    draft.duration = id as Duration;
    app.refresh();
  }, { shape: "few", hideLegend: true })}`,
  answered: draft => draft.duration !== undefined,
};

const RIGHTS: readonly [Action, string][] = [["look", "eye"], ["save", "save"]];

export const rights: Question = {
  title: "lend.rights", action: "choose-rights",
  ask: (app, draft) => choices("rights", t("lend.rights"), RIGHTS.map(([value, picture]) => ({ value, words: t(`rights.${value}`), hint: t(`rights.${value}Hint`), picture })),
    id => draft.rights === id, id => {
      draft.rights = id as Action;
      app.refresh();
    }, { shape: "few", hideLegend: true }),
  answered: draft => draft.rights !== undefined,
};

export const summary: Question = {
  title: "lend.summary", action: "confirm-loan", words: "lend.confirm", picture: "lend",
  ask: (app, draft) => {
    const titles = (draft.choice ?? app.session.wallet.papers()).filter(paper => draft.papers.has(paper.id));
    const wanted = purposeOf(draft.purpose);
    return html`<div class="panel">${facts([
      { picture: "paper", term: "lend.what", words: html`<ul class="plain">${titles.map(paper => html`<li><bdi>${paper.title}</bdi></li>`)}</ul>` },
      { picture: "building", term: "lend.whom", words: html`<bdi>${draft.agencyName()}</bdi> – <bdi>${draft.teamName()}</bdi>` },
      { picture: wanted?.pictogram ?? "purpose", term: "lend.why", words: wanted === undefined ? "" : label(wanted) },
      { picture: "clock", term: "lend.howLong", words: t(`duration.${draft.duration ?? "day"}` as Key) },
      { picture: draft.rights === "save" ? "save" : "eye", term: "lend.may", words: t(`rights.${draft.rights ?? "look"}` as Key) },
    ])}</div>${notice("honest", "plain", html`<p>${t("lend.honest1")}</p><p>${t("lend.honest2")}</p>`)}`;
  },
  answered: () => true,
};
