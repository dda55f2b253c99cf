import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { kindOf, label, purposeOf } from "../i18n/concepts.ts";
import { day, moment, size } from "../i18n/format.ts";
import { language, t, type Key } from "../i18n/index.ts";
import { action, choices, facts, notice, pictogram, type Fact } from "../ui/pieces.ts";
import { Viewer } from "../ui/viewer.ts";
import type { BlockedAgency } from "../wallet/people.ts";
import type { WaitingItem } from "../wallet/types.ts";

const PICTURES: Readonly<Record<WaitingItem["act"], string>> = { add: "paper", deposit: "mailbox", file: "pencil", ask: "lend" };

/** What others sent and nobody decided on yet. What does not verify can only be refused. */
export function inbox(app: App): View {
  const { inbox: mine } = app.session;
  let list: readonly WaitingItem[] | undefined;
  let blocked: readonly BlockedAgency[] = [];
  let tell = false;
  let refusing: { item: WaitingItem; block: boolean } | undefined;
  let open: { id: string; viewer: Viewer } | undefined;

  const close = (): void => {
    open?.viewer.close();
    open = undefined;
  };
  const read = async (): Promise<void> => {
    list = await mine.list(language());
    blocked = await mine.blocked(language());
  };
  const done = async (name: "arrivalAccepted" | "arrivalRefused" | "agencyBlocked" | "agencyUnblocked"): Promise<void> => {
    close();
    refusing = undefined;
    await read();
    app.tell(say(name, `message.${name}`));
  };
  const accept = (item: WaitingItem): void => void app.run(async () => {
    await mine.accept(item.id, tell);
    await done("arrivalAccepted");
  });
  const refuse = (): void => void app.run(async () => {
    if (refusing === undefined) return;
    const { item, block } = refusing;
    await mine.refuse(item.id, tell);
    if (block && item.act === "deposit" && item.agency !== undefined) await mine.block(item.agency, true);
    await done(block ? "agencyBlocked" : "arrivalRefused");
  });
  const look = (item: WaitingItem): void => void app.run(async () => {
    close();
    const { blob } = await mine.open(item.id);
    const viewer = new Viewer();
    open = { id: item.id, viewer };
    app.refresh();
    await viewer.show(blob);
  });
  const unblock = (agency: string): void => void app.run(async () => {
    await mine.block(agency, false);
    await done("agencyUnblocked");
  });

  const who = (item: WaitingItem): string => item.act === "deposit" ? `${item.agencyName ?? item.agency ?? ""} – ${item.by}` : item.by;
  const what = (item: WaitingItem): string => item.act === "ask" ? t("inbox.ask", { agency: item.loan?.agencyName ?? "" })
    : item.act === "file" ? t("inbox.file", { title: item.old ?? t("aPaper") }) : item.title ?? t("aPaper");
  const about = (item: WaitingItem): TemplateResult => {
    const loan = item.act === "ask" ? item.loan : undefined;
    const kind = item.act === "ask" || item.kind === undefined ? undefined : kindOf(item.kind);
    const purpose = purposeOf(loan?.purpose);
    const list: readonly (Fact | undefined)[] = [
      { picture: item.act === "deposit" ? "building" : "handshake", term: "inbox.who", words: html`<bdi>${who(item)}</bdi>` },
      { picture: "clock", term: "inbox.when", words: moment(item.at) },
      item.act === "file" && item.title !== undefined ? { picture: "pencil", term: "inbox.newTitle", words: html`<bdi>${item.title}</bdi>` } : undefined,
      kind && { picture: kind.pictogram, term: "paper.kind", words: label(kind) },
      item.act !== "ask" && item.date !== undefined ? { picture: "calendar", term: "paper.date", words: day(item.date) } : undefined,
      (item.act === "add" || item.act === "deposit") && item.size !== undefined ? { picture: "paper", term: "paper.size", words: size(item.size) } : undefined,
      loan && { picture: "paper", term: "lend.what", words: html`<bdi>${loan.papers.map(paper => paper.title ?? t("deletedPaper")).join(", ")}</bdi>` },
      loan && { picture: "team", term: "lend.whom", words: html`<bdi>${loan.agencyName} – ${loan.functionName}</bdi>` },
      purpose && { picture: purpose.pictogram, term: "lend.why", words: label(purpose) },
      loan && { picture: "clock", term: "lend.howLong", words: t(`duration.${loan.duration}` as Key) },
      loan && { picture: loan.action === "save" ? "save" : "eye", term: "lend.may", words: t(`rights.${loan.action}` as Key) },
    ];
    return facts(list);
  };
  const checked = (item: WaitingItem): TemplateResult => html`<span class="tag ${item.checked ? "good" : "bad"}" data-checked=${item.checked}>${pictogram(item.checked ? "proof" : "warning")}${
    t(item.checked ? "inbox.checked" : "inbox.unchecked")}</span>`;
  const tellChoice = (): TemplateResult => choices("tell", t("inbox.tellTitle"), [{ value: "yes", words: t("inbox.tell"), hint: t("inbox.tellHint"), picture: "envelope-alert" }], () => tell,
    (_value, on) => { tell = on; app.refresh(); }, { type: "checkbox", hideLegend: true });
  const sure = (item: WaitingItem, block: boolean): TemplateResult => notice("confirmRefuse", "warm", html`<p><strong>${t(block ? "inbox.blockSure" : "inbox.refuseSure", { agency: item.act === "deposit" ? item.agencyName ?? item.agency ?? "" : item.by })}</strong></p>
    <p>${t(block ? "inbox.blockWhat" : "inbox.refuseWhat")}</p><div class="actions">
    ${action("confirm-refuse", block ? "lock" : "clear", t(block ? "inbox.blockYes" : "inbox.refuseYes"), refuse, { look: "danger primary", busy: app.busy })}
    ${action("cancel", "back", t("cancel"), () => { refusing = undefined; app.refresh(); })}</div>`);
  const row = (item: WaitingItem): TemplateResult => html`<li class="panel" data-arrival=${item.id} data-act=${item.act}><div class="with-pictogram">${pictogram(PICTURES[item.act])}<div>
    <h2><bdi>${what(item)}</bdi></h2><p>${checked(item)}</p></div></div>${about(item)}
    ${item.act === "deposit" && item.message !== undefined ? html`<blockquote dir="auto">${item.message}</blockquote>` : nothing}
    ${item.checked ? nothing : notice("unchecked", "bad", t("inbox.doNotTrust"))}
    ${open?.id === item.id ? open.viewer.element : nothing}
    ${item.act === "deposit" ? tellChoice() : nothing}
    ${refusing?.item.id === item.id ? sure(item, refusing.block) : html`<div class="actions">
      ${item.checked ? action("accept-arrival", "check", t(item.act === "ask" ? "inbox.lend" : item.act === "file" ? "inbox.apply" : "inbox.accept"), () => accept(item), { look: "primary", busy: app.busy, value: item.id }) : nothing}
      ${item.checked && (item.act === "deposit" || item.act === "add") ? action("look-arrival", "eye", t("inbox.look"), () => look(item), { busy: app.busy, value: item.id }) : nothing}
      ${action("refuse-arrival", "clear", t("inbox.refuse"), () => { refusing = { item, block: false }; app.tell(undefined); }, { value: item.id })}
      ${item.act === "deposit" ? action("block-agency", "lock", t("inbox.block"), () => { refusing = { item, block: true }; app.tell(undefined); }, { look: "quiet", value: item.id }) : nothing}</div>`}</li>`;

  return {
    name: "inbox",
    title: () => t("inbox.title"),
    start: read,
    dispose: close,
    render: () => html`${list === undefined ? html`<p role="status">${app.busy ? t("loading") : nothing}</p>`
      : list.length === 0 ? html`<div class="panel tint with-pictogram">${pictogram("mailbox")}<div><p>${t("inbox.empty")}</p><p>${t("inbox.how")}</p></div></div>`
      : html`<p>${t("inbox.lead")}</p><ul class="plain stack">${list.map(row)}</ul>`}
      ${blocked.length === 0 ? nothing : html`<h2>${t("inbox.blocked")}</h2><ul class="rows">${blocked.map(({ agency, name }) => html`<li data-blocked=${agency}><div class="row-line">${pictogram("lock")}<div><p><bdi>${name}</bdi></p></div>
        ${action("unblock-agency", "check", t("inbox.unblock"), () => unblock(agency), { value: agency })}</div></li>`)}</ul>`}`,
  };
}
