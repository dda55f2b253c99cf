import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { t, type Key } from "../i18n/index.ts";
import { action, submitted } from "../ui/pieces.ts";
import { PasserelleError } from "../wallet/index.ts";
import type { LoanRequest } from "../wallet/types.ts";
import { LendDraft, type PaperChoice } from "./lend-draft.ts";
import * as questions from "./lend-questions.ts";
import { loan } from "./loan.ts";
import { wallet } from "./wallet.ts";

/** One question of the way to a loan. */
export interface Question {
  readonly title: Key;
  /** Name and words of the one button that goes on. */
  readonly action: string;
  readonly words?: Key;
  readonly picture?: string;
  ask(app: App, draft: LendDraft): TemplateResult;
  answered(draft: LendDraft): boolean;
  /** What going on needs to fetch first. */
  after?(app: App, draft: LendDraft): Promise<void>;
}

/** A loan prepared for somebody else, who decides. */
export interface Proposal {
  readonly choice: readonly PaperChoice[];
  readonly send: (request: LoanRequest) => Promise<void>;
  readonly back: () => View;
}

/** To whom, for what, how long, what may be done: one question a screen, then everything once more in plain words. */
export function lend(app: App, papers: readonly string[] = [], proposal?: Proposal): View {
  const draft = new LendDraft(papers, proposal?.choice);
  const steps: readonly Question[] = [
    ...(papers.length === 0 ? [questions.papers] : []), questions.agency, questions.team, questions.purpose, questions.duration, questions.rights, questions.summary,
  ];
  let at = 0;
  let going = false;
  const away = (): View => proposal?.back() ?? wallet(app);
  const step = (): Question => steps[at] ?? questions.summary;

  const move = (to: number): void => {
    if (to < 0) return app.show(away());
    at = to;
    app.show(view);
  };
  const onward = (): void => {
    if (going) return;
    const now = step();
    if (!now.answered(draft)) return app.tell(say("chooseOne", "message.chooseOne", "bad"));
    going = true;
    void app.run(async () => {
      try {
        await now.after?.(app, draft);
        if (at < steps.length - 1) return move(at + 1);
        if (proposal !== undefined) return await proposal.send(draft.request());
        const made = await app.session.wallet.lend(draft.request());
        app.show(loan(app, made), say("lent", "message.lent"));
      } finally {
        going = false;
      }
    });
  };
  const view: View = {
    name: "lend",
    title: () => t(step().title),
    render: () => html`<ol class="steps" aria-hidden="true">${steps.map((_, index) => html`<li class=${index <= at ? "done" : ""}></li>`)}</ol>
      <p class="visually-hidden">${t("lend.step", { step: at + 1, steps: steps.length })}</p>
      ${step().ask(app, draft)}
      <form @submit=${submitted(onward)}><div class="actions">
        ${step().action === "" ? nothing : action(step().action, step().picture ?? "next", t(proposal !== undefined && step() === questions.summary ? "helping.propose" : step().words ?? "next"), undefined, { look: "primary", submit: true, busy: going })}
        ${action("back", "back", t("back"), () => move(at - 1))}
        ${action("cancel", "clear", t("lend.cancel"), () => app.show(away()), { look: "quiet" })}
      </div></form>`,
  };
  return view;
}

export function unknownRecipient(): PasserelleError {
  return new PasserelleError({ name: "unknownRecipientKey" });
}
