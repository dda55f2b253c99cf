import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { moment } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { action, pictogram, submitted, typed } from "../ui/pieces.ts";
import { Scanner } from "../ui/scanner.ts";
import type { Deposits, FoundAddress } from "../wallet/types.ts";
import { bring } from "./bring.ts";
import { paperFields } from "./paper-fields.ts";

/** A worker puts a paper down at the address of a card. Whether it is wanted, only the holder says, if they want to. */
export function deposit(app: App): View {
  const { deposits } = app.session;
  const scanner = new Scanner(text => find(text));
  let code = "";
  let to: FoundAddress | undefined;
  let message = "";
  let sent: Awaited<ReturnType<Deposits["list"]>> = [];
  let body: (() => TemplateResult) | undefined;

  const begin = (): void => {
    [code, message, to, body] = ["", "", undefined, undefined];
  };
  const find = (name: string): void => void app.run(async () => {
    scanner.stop();
    const found = to = await deposits.find(name);
    body = bring(app, {
      button: busy => action("send-deposit", "lock", t("deposit.send"), undefined, { look: "primary", submit: true, busy }),
      fields: draft => html`${paperFields(draft, () => app.refresh(), { extra: false })}<div class="field"><label for="message">${t("deposit.message")}</label><p class="hint" id="message-hint">${t("deposit.messageHint")}</p>
        <textarea id="message" name="message" maxlength="600" rows="3" dir="auto" aria-describedby="message-hint" .value=${message} @input=${typed(value => { message = value; })}></textarea></div>`,
      async send(file, meta, progress) {
        await deposits.deposit(found, file, { ...meta, ...(message.trim() === "" ? {} : { message: message.trim() }) }, progress);
        begin();
        sent = await deposits.list();
        app.tell(say("deposited", "message.deposited"));
      },
      cancel: () => { begin(); app.tell(undefined); },
    });
  });
  const typedCode = (): void => {
    if (code.trim() === "") app.tell(say("missingCode", "message.missingCode", "bad"));
    else find(code);
  };

  return {
    name: "deposit",
    title: () => t("deposit.title"),
    async start() {
      sent = await deposits.list();
    },
    dispose: () => scanner.stop(),
    render: () => html`${to === undefined || body === undefined ? html`<p class="lead">${t("deposit.lead")}</p>${scanner.piece(app)}
        <form autocomplete="off" novalidate @submit=${submitted(typedCode)}><div class="field"><label for="code">${t("deposit.code")}</label><p class="hint" id="code-hint">${t("deposit.codeHint")}</p>
          <div class="joined"><input id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" dir="ltr" aria-describedby="code-hint" .value=${code} @input=${typed(value => { code = value; })}>
          ${action("use-code", "next", t("next"), undefined, { submit: true, busy: app.busy })}</div></div></form>`
      : html`<p class="panel with-pictogram" data-address=${to.address}>${pictogram("id-card")}<span>${t("deposit.to")} <bdi class="code" dir="ltr">${to.code}</bdi></span></p>${body()}`}
      <p class="soft small">${t("deposit.honest")}</p>
      ${sent.length === 0 ? nothing : html`<h2>${t("deposit.sent")}</h2><ul class="rows">${sent.map(one => html`<li data-deposit=${one.id} data-answer=${one.answer ?? ""}><div class="row-line">${pictogram("mailbox")}<div>
        <p>${moment(one.at)}</p><p class="soft">${t(one.answer === undefined ? "deposit.noAnswer" : one.answer === "accepted" ? "deposit.accepted" : "deposit.refused")}</p></div></div></li>`)}</ul>`}`,
  };
}
