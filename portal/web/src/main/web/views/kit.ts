import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { day, moment } from "../i18n/format.ts";
import { t, type Key } from "../i18n/index.ts";
import { action, facts, notice, pictogram } from "../ui/pieces.ts";
import type { KitView, Reopening } from "../wallet/kit.ts";
import { kitMake } from "./kit-make.ts";
import { more } from "./more.ts";

/** The three cards: what they are, who keeps them, and who tried to use them. */
export function kit(app: App): View {
  let now: KitView | undefined;
  let tries: readonly Reopening[] = [];
  let loaded = false;
  let sure = false;

  const load = async (): Promise<void> => {
    [now, tries] = await Promise.all([app.session.kit.now(), app.session.kit.reopenings()]);
    loaded = true;
    app.refresh();
  };
  const revoke = (): void => void app.run(async () => {
    await app.session.kit.revoke();
    sure = false;
    await load();
    app.tell(say("kitRevoked", "message.kitRevoked"));
  });
  const stop = (one: Reopening): void => void app.run(async () => {
    await app.session.kit.stop(one.recovery);
    await load();
    app.tell(say("reopeningStopped", "message.reopeningStopped"));
  });

  const none = (): TemplateResult => html`<ul class="plain steps-list">${(["kit.point1", "kit.point2", "kit.point3"] as const).map(key => html`<li>${t(key)}</li>`)}</ul>
    <div class="actions">${action("make-kit", "cards", t("kit.make"), () => app.show(kitMake(app)), { look: "primary" })}${back()}</div>`;
  const some = (has: KitView): TemplateResult => html`<div class="panel" data-kit>${facts([
      { picture: "cards", term: "kit.mark", words: html`<bdi class="copy-code" dir="ltr">${has.mark}</bdi>` },
      { picture: "building", term: "kit.keepers", words: html`<ul class="plain">${has.keepers.map(one => html`<li><bdi>${one.name}</bdi></li>`)}</ul>` },
      { picture: "clock", term: "kit.wait", words: t(`kit.wait${has.wait}` as Key) },
      { picture: "calendar", term: "kit.made", words: day(has.made) },
    ])}</div>
    ${sure ? html`${notice("sure", "warm", html`<p>${t("kit.revokeSure")}</p>`)}<div class="actions">
        ${action("confirm-revoke-kit", "delete", t("kit.revokeYes"), revoke, { look: "danger primary", busy: app.busy })}
        ${action("cancel", "clear", t("cancel"), () => { sure = false; app.refresh(); })}</div>`
      : html`<div class="actions">${action("make-kit", "cards", t("kit.makeNew"), () => app.show(kitMake(app)))}
        ${action("revoke-kit", "delete", t("kit.revoke"), () => { sure = true; app.refresh(); }, { look: "danger" })}${back()}</div>`}`;
  const back = (): TemplateResult => action("back", "back", t("back"), () => app.show(more(app)), { look: "quiet" });

  return {
    name: "kit",
    title: () => t("kit.title"),
    start: load,
    render: () => html`<p class="lead">${t("kit.lead")}</p>
      ${!loaded ? nothing : now === undefined ? none() : some(now)}
      ${tries.length === 0 ? nothing : html`<h2>${t("kit.tries")}</h2><ul class="rows">${tries.map(one => html`<li class="row-line" data-reopening=${one.stage}>${pictogram("door-in")}<div>
        <p>${reopeningSentence(one)}</p><p class="when">${moment(one.startedAt)}</p>
        ${isRunning(one) ? html`<div class="actions">${action("stop-reopening", "refused", t("reopening.stop"), () => stop(one), { look: "danger", busy: app.busy })}</div>` : nothing}</div></li>`)}</ul>`}`,
  };
}

export function isRunning({ stage }: Reopening): boolean {
  return stage !== "stopped" && stage !== "expired";
}

/** Who shows cards, and how far it is, in one plain sentence. */
export function reopeningSentence(one: Reopening): string {
  const cards = one.cards.map(card => card.keeper?.name ?? t("reopening.own")).join(" · ");
  const at = one.openedAt ?? one.stoppedAt ?? one.opensAt ?? one.startedAt;
  return t(`reopening.${one.stage}` as Key, { cards, at: moment(at) });
}
