import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { language, named, t, type Key } from "../i18n/index.ts";
import { PassphraseField } from "../ui/passphrase-field.ts";
import { action, choices, facts, notice, submitted, typed } from "../ui/pieces.ts";
import { WAITS, type Keeper, type Wait } from "../wallet/kit.ts";
import type { Agency } from "../wallet/types.ts";
import { kit } from "./kit.ts";
import { kitCards } from "./kit-cards.ts";

type Step = "first" | "second" | "wait" | "confirm";
const STEPS: readonly Step[] = ["first", "second", "wait", "confirm"];

/** Who keeps the other two cards, how long one waits, and the passphrase once more: one question a screen. */
export function kitMake(app: App): View {
  const passphrase = new PassphraseField(app);
  const keepers: [Agency | undefined, Agency | undefined] = [undefined, undefined];
  let query = "";
  let found: readonly Agency[] | undefined;
  let wait: Wait | undefined;
  let at = 0;

  const step = (): Step => STEPS[at] ?? "confirm";
  const keeper = (place: 0 | 1): Keeper => ({ agency: keepers[place]?.id ?? "", name: nameOf(keepers[place]) });
  const move = (to: number): void => {
    if (to < 0) return app.show(kit(app));
    [at, query, found] = [to, "", undefined];
    app.show(view);
  };
  const onward = (): void => {
    const answered = { first: keepers[0] !== undefined, second: keepers[1] !== undefined, wait: wait !== undefined, confirm: passphrase.value !== "" }[step()];
    if (!answered) return app.tell(step() === "confirm" ? say("missingPassphrase", "message.missingPassphrase", "bad") : say("chooseOne", "message.chooseOne", "bad"));
    if (step() !== "confirm") return move(at + 1);
    const chosen = wait;
    if (chosen === undefined) return;
    void app.run(async () => {
      const cards = await app.session.kit.make([keeper(0), keeper(1)], chosen, passphrase.value);
      passphrase.clear();
      app.show(kitCards(app, cards, chosen));
    });
  };
  const find = (): void => void app.run(async () => {
    const other = keepers[at === 0 ? 1 : 0]?.id;
    found = (await app.session.wallet.agencies(query.trim(), language())).filter(one => one.id !== other);
    if (found.length === 0) app.tell(say("noAgency", "message.noAgency", "warm"));
  });

  const organisation = (place: 0 | 1): TemplateResult => html`<p>${t(place === 0 ? "kitMake.firstHint" : "kitMake.secondHint")}</p>
    <form role="search" novalidate @submit=${submitted(find)}><div class="field"><label for="agencyQuery">${t("lend.agencyName")}</label><div class="joined">
      <input id="agencyQuery" type="search" name="agencyQuery" autocomplete="off" dir="auto" .value=${query} @input=${typed(value => { query = value; })}>
      ${action("find-agency", "search", t("lend.find"), undefined, { submit: true, busy: app.busy })}</div></div></form>
    ${found === undefined && keepers[place] === undefined ? nothing : choices("keeper", t("lend.found"), (found ?? [keepers[place]]).flatMap(one => one === undefined ? [] : [{
      value: one.id, words: nameOf(one), hint: one.commune, picture: "building" }]), id => keepers[place]?.id === id, id => {
      keepers[place] = found?.find(one => one.id === id) ?? keepers[place];
      app.refresh();
    })}`;
  const waiting = (): TemplateResult => html`<p>${t("kitMake.waitHint")}</p>${choices("kitWait", t("kitMake.wait"), WAITS.map(days => ({
    value: String(days), words: t(`kit.wait${days}` as Key), hint: t(`kitMake.wait${days}Hint` as Key), picture: days === 0 ? "door-open" : "clock" })), value => wait === Number(value), value => {
    wait = WAITS.find(days => days === Number(value));
    app.refresh();
  }, { shape: "few", hideLegend: true })}`;
  const confirm = (): TemplateResult => html`<div class="panel">${facts([
      { picture: "building", term: "kit.keepers", words: html`<ul class="plain">${keepers.map(one => html`<li><bdi>${nameOf(one)}</bdi></li>`)}</ul>` },
      { picture: "clock", term: "kit.wait", words: t(`kit.wait${wait ?? 0}` as Key) }])}</div>
    ${notice("honest", "plain", html`<p>${t("kitMake.honest1")}</p><p>${t("kitMake.honest2")}</p>`)}
    <div class="panel">${passphrase.piece(t("signIn.passphrase"), t("keyAdd.why"))}</div>`;

  const view: View = {
    name: "kit-make",
    title: () => t(`kitMake.${step()}` as Key),
    render: () => html`<ol class="steps" aria-hidden="true">${STEPS.map((_, index) => html`<li class=${index <= at ? "done" : ""}></li>`)}</ol>
      <p class="visually-hidden">${t("lend.step", { step: at + 1, steps: STEPS.length })}</p>
      ${step() === "first" ? organisation(0) : step() === "second" ? organisation(1) : step() === "wait" ? waiting() : nothing}
      <form autocomplete="off" novalidate @submit=${submitted(onward)}>${step() === "confirm" ? confirm() : nothing}<div class="actions">
        ${step() === "confirm" ? action("confirm-kit", "cards", t(app.busy ? "kitMake.busy" : "kitMake.go"), undefined, { look: "primary", submit: true, busy: app.busy })
          : action("next-question", "next", t("next"), undefined, { look: "primary", submit: true, busy: app.busy })}
        ${action("back", "back", t("back"), () => move(at - 1))}
        ${action("cancel", "clear", t("cancel"), () => app.show(kit(app)), { look: "quiet" })}</div></form>`,
  };
  return view;
}

function nameOf(agency: Agency | undefined): string {
  return agency === undefined ? "" : named(agency.names, agency.name);
}
