import { html, nothing } from "lit-html";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { moment } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { action, facts, notice, submitted, typed } from "../ui/pieces.ts";
import type { LogCheckpoint, ServedBuild } from "../wallet/types.ts";

/** For who checks the node: how far the log has grown, and that it only ever grew. Nothing personal can be read here. */
export function audit(app: App): View {
  let now: LogCheckpoint | undefined;
  let served: ServedBuild | undefined;
  let older = "";

  const load = async (): Promise<void> => {
    now = await app.session.audit.checkpoint();
    served = await app.session.audit.build();
  };
  const verify = (): void => void app.run(async () => {
    if (older.trim() === "") return app.tell(say("noCheckpoint", "message.noCheckpoint", "bad"));
    await load();
    if (now !== undefined) await app.session.audit.consistent(`${older.trim()}\n`, now);
    app.tell(say("consistent", "message.consistent"));
  });

  const state = ({ hash, logged }: ServedBuild): "logged" | "other" | "unlogged" => (logged === undefined ? "unlogged" : logged.hash === hash ? "logged" : "other");
  const program = (one: ServedBuild) => html`<div class="panel" data-build=${state(one)}><h2>${t("audit.build")}</h2><p>${t("audit.buildLead")}</p>
    ${state(one) === "other" ? notice("buildOther", "bad", t("audit.buildOther")) : nothing}
    ${state(one) === "unlogged" ? notice("buildUnlogged", "warm", t("audit.buildUnlogged")) : nothing}${facts([
      { picture: "server", term: "audit.buildServed", words: html`<bdi class="code">${one.hash}</bdi>` },
      one.logged === undefined ? undefined : { picture: "list", term: "audit.buildLogged", words: html`<bdi class="code">${one.logged.hash}</bdi> ${moment(one.logged.at)}` },
    ])}</div>`;

  return {
    name: "audit",
    title: () => t("audit.title"),
    start: load,
    render: () => html`<p>${t("audit.lead")}</p>
      ${now === undefined ? html`<p role="status">${app.busy ? t("loading") : nothing}</p>` : html`<div class="panel" data-checkpoint=${now.size}>${facts([
        { picture: "server", term: "audit.origin", words: html`<bdi class="code">${now.origin}</bdi>` },
        { picture: "list", term: "audit.size", words: String(now.size) },
        { picture: "fingerprint", term: "audit.root", words: html`<bdi class="code">${now.root}</bdi>` },
      ])}</div>
      <div class="field"><label for="current">${t("audit.text")}</label><textarea id="current" name="current" readonly .value=${now.text}></textarea></div>
      <div class="actions">${action("reload", "take-back", t("desk.reload"), () => void app.run(load), { busy: app.busy })}</div>`}
      ${served === undefined ? nothing : program(served)}
      <form novalidate @submit=${submitted(verify)}><h2>${t("audit.compare")}</h2>
        <div class="field"><label for="older">${t("audit.older")}</label><p class="hint" id="older-hint">${t("audit.olderHint")}</p>
        <textarea id="older" name="checkpoint" aria-describedby="older-hint" spellcheck="false" .value=${older} @input=${typed(value => { older = value; })}></textarea></div>
        <div class="actions">${action("verify-checkpoints", "proof", t("audit.verify"), undefined, { look: "primary", submit: true, busy: app.busy })}</div></form>`,
  };
}
