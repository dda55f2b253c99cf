import { html, nothing } from "lit-html";
import type { App } from "../app/app.ts";
import { failed, say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { t } from "../i18n/index.ts";
import { action, notice } from "../ui/pieces.ts";
import { PasserelleError } from "../wallet/index.ts";
import type { LogEvent, LoanView } from "../wallet/types.ts";
import { loanFacts, isLive, stateTag, timeLeft } from "./loan-facts.ts";
import { loans } from "./loans.ts";
import { sentence, when } from "./log-sentence.ts";

const TOLD: ReadonlySet<string> = new Set(["opening", "openingRefused"]);
const PAGES = 5;

/** One loan: what was agreed, who opened it, and the way to take it back. */
export function loan(app: App, shown: LoanView): View {
  let one = shown;
  let asked = false;
  let openings: readonly LogEvent[] | undefined;

  const read = async (): Promise<void> => {
    const mine: LogEvent[] = [];
    let next: string | undefined;
    for (let page = 0; page < PAGES; page++) {
      const part = await app.session.log.events(next);
      mine.push(...part.items.filter(event => event.loan === one.id && TOLD.has(event.type)));
      next = part.next;
      if (next === undefined) break;
    }
    openings = mine;
    app.refresh();
  };
  /** Reads again who opened it first: what is said about the past must be true at the moment of the decision. */
  const ask = (): void => void app.run(async () => {
    await read();
    asked = true;
  });
  const takeBack = (): void => void app.run(async () => {
    asked = false;
    try {
      one = await app.session.wallet.takeBack(one.id);
      app.tell(say("takenBack", "message.takenBack"));
    } catch (error) {
      if (!(error instanceof PasserelleError) || error.failure.name !== "loanEnded") throw error;
      // Taken back already, perhaps from another device: show how it is now, and say so.
      one = (await app.session.wallet.loans()).find(known => known.id === one.id) ?? one;
      app.tell(failed(error));
    }
    await read();
  });
  const list = () => openings === undefined ? nothing : html`<h2>${t("loan.openings")}</h2>${
    openings.length === 0 ? html`<p data-openings="0">${t("loan.noOpenings")}</p>` : html`<ul class="rows" data-openings=${openings.length}>${openings.map(event =>
      html`<li data-event=${event.type} class=${event.type === "opening" ? "" : "bad-row"}><p>${sentence(event)}</p><p class="when">${when(event)}</p></li>`)}</ul>`}`;

  return {
    name: "loan",
    title: () => t("loan.title"),
    start: read,
    render: () => html`<div data-loan=${one.id} data-state=${one.state}>
      ${one.made ? nothing : notice("strangeLoan", "bad", t("loan.strange"))}
      <div class="panel"><div class="row">${stateTag(one)}${isLive(one) ? html`<span>${timeLeft(one)}</span>` : nothing}</div>${loanFacts(one)}</div>
      ${asked ? notice("confirmTakeBack", "warm", html`<p><strong>${t("loan.sure")}</strong></p><p>${t("loan.stops")}</p><p>${t(openings?.some(event => event.type === "opening") ? "loan.unread" : "loan.notRead")}</p>
        <div class="actions">${action("confirm-take-back", "take-back", t("loan.yes"), takeBack, { look: "primary", busy: app.busy })}
        ${action("cancel", "clear", t("loan.no"), () => { asked = false; app.refresh(); })}</div>`)
      : html`<div class="actions">
        ${isLive(one) ? action("take-back", "take-back", t("loan.takeBack"), ask, { look: "primary", busy: app.busy }) : nothing}
        ${action("back", "back", t("loan.all"), () => app.show(loans(app)))}</div>`}
      ${list()}</div>`,
  };
}
