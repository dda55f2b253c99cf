import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { moment } from "../i18n/format.ts";
import { language, t, type Key } from "../i18n/index.ts";
import { threeWords } from "../i18n/words.ts";
import { action, notice, pictogram, submitted, typed } from "../ui/pieces.ts";
import { Scanner } from "../ui/scanner.ts";
import type { Reopen } from "../wallet/index.ts";
import { NewPassphrase } from "./new-passphrase.ts";
import { recovered } from "./recovered.ts";
import { slipPiece } from "./reopen-slip.ts";
import { reopen } from "./reopen.ts";

const PAUSE = 15_000;

/** How far it is: which cards were shown, until when one waits, and, at the end, the new passphrase. */
export function reopenState(app: App, found: Reopen, slip: string): View {
  const next = new NewPassphrase(app);
  const scanner = new Scanner(text => {
    card = text;
    scanning = false;
    app.refresh();
  });
  let card = "";
  let scanning = false;
  let timer: ReturnType<typeof setInterval> | undefined;

  const look = (): void => void app.run(async () => {
    await found.look();
  });
  const show = (): void => {
    if (card.trim() === "") return app.tell(say("missingCard", "message.missingCard", "bad"));
    void app.run(async () => {
      await found.show(card);
      card = "";
      app.tell(say("cardShown", "message.ownCardShown"));
    });
  };
  const finish = (): void => {
    const passphrase = next.take();
    if (passphrase === undefined) return;
    void app.run(async () => {
      const session = await found.finish(passphrase);
      app.enter(session);
      // The kit is used up: nothing of it stays where it could be taken for one that works.
      await session.kit.now().catch(() => undefined);
      app.show(recovered(app, passphrase, true));
    });
  };
  const shown = (number: number): boolean => found.told.cards.some(one => one.card === number);
  const own = (): TemplateResult => html`<section class="panel"><h2>${t("reopen.ownCard")}</h2>${shown(1) ? html`<p class="with-pictogram">${pictogram("check")}${t("reopen.ownDone")}</p>`
    : html`<form autocomplete="off" novalidate @submit=${submitted(show)}><div class="with-pictogram">${pictogram("cards")}<div class="field">
      <label for="kitCard">${t("counter.card")}</label><p class="hint" id="kitCard-hint">${t("reopen.ownHint")}</p>
      <textarea id="kitCard" class="code" name="kitCard" rows="4" aria-describedby="kitCard-hint" autocapitalize="characters" spellcheck="false" dir="ltr" .value=${card}
        @input=${typed(value => { card = value; })}></textarea>
      ${scanning ? scanner.piece(app) : action("scan-code", "camera", t("lost.scan"), () => { scanning = true; app.refresh(); }, { look: "quiet" })}</div></div>
      <div class="actions">${action("show-own-card", "check", t("reopen.showOwn"), undefined, { look: "primary", submit: true, busy: app.busy })}</div></form>`}</section>`;
  const counter = (): TemplateResult => html`<section class="panel"><h2>${t("reopen.counter")}</h2><p>${t("reopen.counterHint")}</p>
    <p class="copy-code" dir="ltr" data-reopen-code=${found.code.replaceAll(" ", "")}>${found.code}</p>
    <p>${t("reopen.words")}</p><p class="same-words" data-words=${threeWords(found.words, "fr")}>${threeWords(found.words, language())}</p>
    ${found.told.cards.filter(one => one.card !== 1).map(() => html`<p class="with-pictogram">${pictogram("check")}${t("reopen.keeperDone")}</p>`)}</section>`;
  const ready = (): TemplateResult => html`<form autocomplete="off" novalidate @submit=${submitted(finish)}><div class="panel tint"><h2>${t("reopen.ready")}</h2>${next.piece()}</div>
    <div class="actions">${action("finish-reopening", "door-in", t(app.busy ? "signIn.busy" : "reopen.finish"), undefined, { look: "primary", submit: true, busy: app.busy })}</div></form>`;

  return {
    name: "reopen-state",
    title: () => t("reopen.title"),
    async start() {
      timer = setInterval(() => {
        if (!app.busy && document.visibilityState === "visible") void found.look().then(() => app.refresh(), () => undefined);
      }, PAUSE);
    },
    dispose: () => {
      clearInterval(timer);
      scanner.stop();
    },
    render: () => {
      const { stage, opensAt } = found.told;
      const over = stage === "stopped" || stage === "expired";
      const open = stage === "ready" || stage === "opened";
      return html`<div data-stage=${stage}>${notice(`reopen-${stage}`, over ? "bad" : open ? "good" : "plain", t(`reopenStage.${stage}` as Key, { at: opensAt === undefined ? "" : moment(opensAt) }))}</div>
        ${over ? nothing : html`${open ? ready() : nothing}${slipPiece(found, slip)}${own()}${counter()}`}
        <div class="actions no-print">${over ? nothing : action("look-again", "clock", t("reopen.look"), look, { busy: app.busy })}
          ${action("back", "back", t("back"), () => app.show(reopen(app)), { look: "quiet" })}</div>`;
    },
  };
}
