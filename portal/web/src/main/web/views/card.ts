import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import type { View } from "../app/view.ts";
import { grouped } from "../crypto/crockford.ts";
import { qrPicture, type QrPicture } from "../files/qr.ts";
import { t } from "../i18n/index.ts";
import { action, choices, typed, type Option } from "../ui/pieces.ts";
import { printSheets, sheet } from "../ui/sheet.ts";
import { more } from "./more.ts";

/** What an agency needs to leave something for the holder, and the holder to open the wallet. No secret stands on it. */
export function card(app: App): View {
  const { username } = app.session.me;
  let name = username.replace(/-\d{3}-\d{3}$/, "");
  let size: "a4" | "a6" = "a6";
  let withUsername = true;
  let code: string | undefined;
  let picture: QrPicture | undefined;

  const sizes = (): readonly Option[] => [{ value: "a6", words: t("card.small"), picture: "id-card" }, { value: "a4", words: t("card.large"), picture: "paper" }];
  const paper = (): TemplateResult => sheet({
    name: "card", size, title: name.trim() === "" ? t("card.mine") : name.trim(), qr: picture, qrLabel: t("card.qr"), code: code === undefined ? undefined : grouped(code),
    lines: withUsername ? [{ term: t("card.alsoUsername"), words: html`<bdi data-username=${username}>${username}</bdi>` }] : [],
    steps: [t("card.give1"), t("card.give2"), t("card.give3")], foot: t("card.foot"),
  });

  return {
    name: "card",
    title: () => t("card.mine"),
    async start() {
      const address = await app.session.addresses.card();
      code = address.code;
      picture = await qrPicture(address.text);
    },
    render: () => html`<p class="lead">${t("card.use")}</p>
      <div class="field"><label for="printedName">${t("card.name")}</label><p class="hint" id="printedName-hint">${t("card.nameHint")}</p>
        <input id="printedName" name="printedName" aria-describedby="printedName-hint" maxlength="60" autocomplete="off" spellcheck="false" dir="auto" .value=${name}
          @input=${typed(value => { name = value; app.refresh(); })}></div>
      ${choices("withUsername", t("card.alsoTitle"), [{ value: "yes", words: t("card.alsoUsername"), hint: t("card.alsoHint"), picture: "person" }], () => withUsername,
        (_value, checked) => { withUsername = checked; app.refresh(); }, { type: "checkbox", hideLegend: true })}
      ${choices("size", t("card.size"), sizes(), value => value === size, value => { size = value === "a4" ? "a4" : "a6"; app.refresh(); }, { shape: "few" })}
      ${picture === undefined ? nothing : paper()}
      <div class="actions">${picture === undefined ? nothing : action("print-card", "print", t("card.print"), () => void printSheets([paper()]), { look: "primary" })}
        ${action("back", "back", t("back"), () => app.show(more(app)))}</div>`,
  };
}
