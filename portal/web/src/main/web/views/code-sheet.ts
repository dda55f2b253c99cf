import { html, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import type { View } from "../app/view.ts";
import { qrPicture } from "../files/qr.ts";
import { t } from "../i18n/index.ts";
import { action, notice } from "../ui/pieces.ts";
import { printSheets, sheet } from "../ui/sheet.ts";

/** Only a reader of ours does something with it: it is no address, so no telephone offers to open it, and no history keeps it (T10). */
const PREFIX = "passerelle:code:";

/** The code of a picture; of another picture, what it says, which then is no code. */
export function codeOfPicture(text: string): string {
  return text.startsWith(PREFIX) ? text.slice(PREFIX.length) : text;
}

/** The new recovery code, once: on screen, on paper, and nowhere else. Whole when it is shown: nothing moves under a finger. */
export async function codeSheet(app: App, code: string, done: () => View): Promise<View> {
  const picture = await qrPicture(PREFIX + code.replaceAll(" ", ""));

  const paper = (): TemplateResult => sheet({
    name: "recovery-code", size: "a6", title: t("code.title"), lead: t("code.lead"), qr: picture, qrLabel: t("code.qr"), code,
    steps: [t("code.step1"), t("code.step2"), t("code.step3")], foot: t("code.foot"),
  });

  return {
    name: "key-add",
    title: () => t("code.title"),
    render: () => html`${notice("codeOnce", "warm", t("code.once"))}
      ${paper()}
      <div class="actions no-print">
        ${action("print-code", "print", t("code.print"), () => void printSheets([paper()]), { look: "primary" })}
        ${action("code-kept", "check", t("code.kept"), () => app.show(done()))}
      </div>`,
  };
}
