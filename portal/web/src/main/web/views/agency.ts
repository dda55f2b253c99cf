import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { language, named, t } from "../i18n/index.ts";
import { action, notice, pictogram } from "../ui/pieces.ts";
import type { Member, PublishedAgency } from "../wallet/types.ts";

/** For who runs an agency: its published keys, its members, and which team's papers each of them can open. */
export function agency(app: App): View {
  const administers = app.session.me.roles.includes("agency-admin");
  let keys: PublishedAgency | undefined;
  let members: readonly Member[] | undefined;
  let asked: { member: Member; team: string } | undefined;

  const load = async (): Promise<void> => {
    if (administers) members = await app.session.agency.members();
    keys = await app.session.agency.keys();
  };
  const teamName = (id: string): string => {
    const team = keys?.functions.find(known => known.function === id);
    return team === undefined ? id : named(team.names, id);
  };
  const hand = (member: Member, team: string): void => void app.run(async () => {
    await app.session.agency.hand(member.account, team);
    asked = undefined;
    members = await app.session.agency.members();
    app.tell(say("handed", "message.handed"));
  });
  const ask = (next: typeof asked): void => {
    asked = next;
    app.tell(undefined);
  };
  const confirmation = (): TemplateResult | typeof nothing => asked === undefined ? nothing : notice("confirmHand", "warm", html`
    <p><strong>${t("agency.sure", { member: asked.member.username, team: teamName(asked.team) })}</strong></p><p>${t("agency.compare")}</p>
    <p><span class="fingerprint">${asked.member.fingerprint}</span></p><div class="actions">
    ${action("confirm-hand", "key", t("agency.yes"), () => { if (asked) hand(asked.member, asked.team); }, { look: "primary", busy: app.busy })}
    ${action("cancel", "clear", t("cancel"), () => ask(undefined))}</div>`);
  const row = (member: Member): TemplateResult => html`<li data-member=${member.username}><div class="row-line">${pictogram("person")}<div>
    <p><strong><bdi>${member.username}</bdi></strong></p>
    <p class="row">${member.functions.length === 0 ? html`<span class="soft">${t("agency.noKeys")}</span>` : member.functions.map(id => html`<span class="tag good">${pictogram("key")}<bdi>${teamName(id)}</bdi></span>`)}</p></div>
    ${(keys?.functions ?? []).filter(team => !member.functions.includes(team.function)).map(team =>
      action("hand-key", "key", t("agency.hand", { team: named(team.names, team.function) }), () => ask({ member, team: team.function }), { value: team.function, busy: app.busy }))}</div></li>`;

  return {
    name: "agency",
    title: () => t("agency.title"),
    start: load,
    render: () => html`<p><bdi class="code" data-organisation=${app.session.me.organisation ?? ""}>${app.session.me.organisation ?? ""}</bdi></p>
      <div class="actions"><a class="button" data-action="show-entry" href="${app.config.registryOrigin}/id/organisation/${app.session.me.organisation ?? ""}?lang=${language()}">${pictogram("info")}<span>${t("agency.entry")}</span></a></div>
      ${confirmation()}
      <h2>${t("agency.keys")}</h2>
      ${keys === undefined ? html`<p role="status">${app.busy ? t("loading") : t("agency.noneYet")}</p>` : html`<div class="panel"><p>${t("agency.fingerprint")}</p>
        <p><span class="fingerprint" data-fingerprint=${keys.fingerprint}>${keys.fingerprint}</span></p></div>
        <ul class="rows">${keys.functions.map(team => html`<li data-function=${team.function}><p><strong><bdi>${named(team.names, team.function)}</bdi></strong></p>
          <p class="soft small">${t("agency.enc")} <bdi class="code">${team.enc}</bdi><br>${t("agency.sig")} <bdi class="code">${team.sig}</bdi></p></li>`)}</ul>`}
      ${members === undefined ? nothing : html`<h2>${t("agency.members")}</h2><p>${t("agency.membersHint")}</p>${
        members.length === 0 ? html`<p class="panel tint">${t("agency.noMembers")}</p>` : html`<ul class="rows">${members.map(row)}</ul>`}`}`,
  };
}
