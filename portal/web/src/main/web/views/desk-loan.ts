import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import { keepCopy } from "../app/keep.ts";
import { say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { kindOf, label, purposeOf } from "../i18n/concepts.ts";
import { day, moment, size } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { action, facts, notice, pictogram } from "../ui/pieces.ts";
import { Viewer } from "../ui/viewer.ts";
import { PasserelleError } from "../wallet/index.ts";
import type { DeskItem, DeskLoan } from "../wallet/types.ts";
import { desk, stranger } from "./desk.ts";
import { isLive, stateTag, timeLeft } from "./loan-facts.ts";

/** How often an open paper asks whether it may still be open, in milliseconds. */
const ASK = 15_000;

/** One loan on the worker's side: each look is asked for, logged, and closed when the loan ends. */
export function deskLoan(app: App, shown: DeskLoan): View {
  let one = shown;
  let viewer: Viewer | undefined;
  let open: { item: DeskItem; blob: Blob; type: string } | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;

  const close = (): void => {
    clearInterval(timer);
    viewer?.close();
    viewer = undefined;
    open = undefined;
  };
  const refreshLoan = async (): Promise<void> => {
    one = (await app.session.desk.loans()).find(known => known.id === one.id) ?? one;
  };
  const ended = (): void => {
    close();
    app.tell(say("loanEnded", "desk.closed", "warm"));
  };
  const watch = async (): Promise<void> => {
    try {
      if (isLive(one)) await refreshLoan();
    } catch {
      return; // asked again soon; the next opening is refused by the server in any case
    }
    if (open !== undefined && !isLive(one)) ended();
    else app.refresh();
  };
  const look = (item: DeskItem): void => void app.run(async () => {
    close();
    try {
      const got = await app.session.desk.open(one.id, item.paper);
      open = { item, ...got };
      viewer = new Viewer();
      app.refresh();
      await viewer.show(got.blob);
      viewer.element.focus();
      timer = setInterval(() => void watch(), ASK);
    } catch (error) {
      close();
      if (error instanceof PasserelleError && ["openingRefused", "loanEnded", "notFound"].includes(error.failure.name)) await refreshLoan().catch(() => undefined);
      throw error;
    }
  });
  /** Keeping a copy is an act of its own: asked for again, and written in the holder's log as such. */
  const keep = (item: DeskItem): void => void app.run(async () => {
    const { blob, type } = await app.session.desk.open(one.id, item.paper, "save");
    keepCopy(app, blob, item.title ?? "", type, true);
  });
  const paper = (item: DeskItem): TemplateResult => {
    const kind = kindOf(item.kind);
    return html`<li data-paper=${item.paper}><div class="row-line">${pictogram(item.damaged ? "warning" : kind.pictogram)}<div>
      ${item.damaged ? notice("damaged", "bad", t("desk.damagedLong")) : html`<p><strong><bdi>${item.title ?? t("aPaper")}</bdi></strong></p>
        ${item.title === undefined ? nothing : html`<p class="soft">${label(kind)}${item.date ? html` · ${day(item.date)}` : nothing}${item.size === undefined ? nothing : html` · ${size(item.size)}`}</p>`}`}</div>
      ${item.damaged ? nothing : action("show-paper", "eye", t("desk.show"), () => look(item), { look: "primary", busy: app.busy, value: item.paper })}</div></li>`;
  };
  const wanted = purposeOf(one.purpose);

  return {
    name: "desk-loan",
    wide: true,
    title: () => t("deskLoan.title"),
    dispose: close,
    render: () => html`<div data-loan=${one.id} data-state=${one.state}>
      <div class="panel"><div class="row">${stranger(one.holder)} ${stateTag(one)} <span>${isLive(one) ? timeLeft(one) : nothing}</span></div>${facts([
        wanted === undefined ? undefined : { picture: wanted.pictogram, term: "lend.why", words: label(wanted) },
        { picture: "clock", term: one.endedAt === undefined ? "loan.until" : "loan.endedAt", words: moment(one.endedAt ?? one.until) },
        { picture: one.actions.includes("save") ? "save" : "eye", term: "deskLoan.may", words: t(one.actions.includes("save") ? "deskLoan.save" : "deskLoan.look") },
      ])}</div>
      <ul class="rows">${one.items.map(paper)}</ul>
      <p class="soft small">${t("deskLoan.logged")}</p>
      ${viewer === undefined || open === undefined ? nothing : html`<h2><bdi>${open.item.title ?? t("aPaper")}</bdi></h2><div class="actions">
        ${action("close-paper", "clear", t("deskLoan.close"), () => { close(); app.refresh(); })}
        ${one.actions.includes("save") ? action("save-copy", "save", t("deskLoan.copy"), () => { if (open) keep(open.item); }, { busy: app.busy }) : nothing}</div>${viewer.element}`}
      <div class="actions">${action("back", "back", t("deskLoan.back"), () => app.show(desk(app)))}</div></div>`,
  };
}
