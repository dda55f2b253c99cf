import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import { failed } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { t } from "../i18n/index.ts";
import { action, pictogram } from "../ui/pieces.ts";
import type { LogEvent } from "../wallet/types.ts";
import { eventPicture, sentence, when } from "./log-sentence.ts";

type Proof = "checking" | "verified" | "pending" | "failed";
const REFUSALS: ReadonlySet<string> = new Set(["openingRefused", "helperRefused"]);

/** Everything that happened, newest first, each line with a proof that this browser can check by itself. */
export function log(app: App): View {
  const events: LogEvent[] = [];
  const proofs = new Map<LogEvent, Proof>();
  let next: string | undefined;
  let loaded = false;

  const more = async (): Promise<void> => {
    const part = await app.session.log.events(next);
    events.push(...part.items);
    next = part.next;
    loaded = true;
  };
  const prove = (event: LogEvent): void => void app.run(async () => {
    proofs.set(event, "checking");
    app.refresh();
    try {
      proofs.set(event, await app.session.log.prove(event));
    } catch (error) {
      // A network that is away proves nothing, neither way: the question may be asked again.
      if (failed(error).name === "damaged") proofs.set(event, "failed");
      else {
        proofs.delete(event);
        throw error;
      }
    }
  });
  const proof = (event: LogEvent): TemplateResult => {
    const state = proofs.get(event);
    if (state === undefined || state === "checking") return action("check-proof", "proof", t(state === undefined ? "log.check" : "log.checking"), () => prove(event), { busy: state === "checking" });
    return html`<span class="tag ${{ verified: "good", pending: "warm", failed: "bad" }[state]}" data-proof=${state} role="status">${
      pictogram({ verified: "proof", pending: "hourglass", failed: "warning" }[state])}${t(`proof.${state}`)}</span>`;
  };
  const row = (event: LogEvent): TemplateResult => html`<li data-event=${event.type} class=${REFUSALS.has(event.type) || event.strange ? "bad-row" : ""}><div class="row-line">
    ${pictogram(eventPicture(event.type))}<div><p>${sentence(event)}</p><p class="when">${when(event)}</p>${
      event.strange ? html`<p><span class="tag bad">${pictogram("warning")}${t("log.strange")}</span></p>` : nothing}</div>${proof(event)}</div></li>`;

  return {
    name: "log",
    title: () => t("log.title"),
    start: more,
    render: () => html`<p>${t("log.lead")}</p>
      ${loaded && events.length === 0 ? html`<p class="panel tint">${t("log.empty")}</p>` : html`<ul class="rows">${events.map(row)}</ul>`}
      ${loaded ? nothing : html`<p role="status">${app.busy ? t("loading") : nothing}</p>`}
      <div class="actions">${next === undefined ? nothing : action("next-page", "next", t("log.more"), () => void app.run(more), { busy: app.busy })}</div>
      <p class="soft small">${t("log.honest")}</p>`,
  };
}
