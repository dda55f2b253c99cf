import { html, nothing } from "lit-html";
import type { App } from "../app/app.ts";
import { failed } from "../app/message.ts";
import { firstView } from "../app/navigation.ts";
import type { View } from "../app/view.ts";
import { grouped } from "../crypto/crockford.ts";
import { qrPicture, type QrPicture } from "../files/qr.ts";
import { language, t } from "../i18n/index.ts";
import { action, notice, pictogram } from "../ui/pieces.ts";
import { qrPiece } from "../ui/qr-picture.ts";
import { signInHanded, Waiting } from "../wallet/handover.ts";
import { PasserelleError } from "../wallet/index.ts";
import { signInView } from "./sign-in.ts";
import { wordsPiece } from "./two-words.ts";

/** The shared computer: nothing is typed here. It shows a code, then two words, and opens when the phone says so. */
export function signInPhone(app: App): View {
  const stop = new AbortController();
  const spoken = language();
  let waiting: Waiting | undefined;
  let picture: QrPicture | undefined;
  let words: Uint8Array | undefined;
  let over = false;

  const restart = (): void => app.show(signInPhone(app));
  /** Who waits for a phone is not absent; the meeting ends by itself after ten minutes. */
  const alive = setInterval(app.alive, 30_000);

  const config = { ...app.config, language: spoken };

  const wait = async (open: Waiting): Promise<void> => {
    words = await open.met(spoken, stop.signal);
    app.refresh();
    const handed = words && await open.opened(stop.signal);
    if (handed === undefined || stop.signal.aborted) return;
    await app.run(async () => {
      const session = await signInHanded(config, handed);
      if (stop.signal.aborted) return session.leave();
      app.enter(session);
      app.show(firstView(app));
    });
  };
  const failedToMeet = (error: unknown): void => {
    if (stop.signal.aborted) return;
    over = true;
    const expired = error instanceof PasserelleError && error.failure.name === "notFound";
    app.tell(expired ? undefined : failed(error));
  };
  const code = (open: Waiting) => html`<div class="panel phone-code">
      ${qrPiece(picture, t("phone.qr"))}
      <div><ol class="big-steps"><li>${pictogram("phone")}<span>${t("phone.step1", { elsewhere: t("phone.title") })}</span></li><li>${pictogram("camera")}<span>${t("phone.step2")}</span></li></ol>
        <p>${t("phone.orType")}</p><p class="typed-code" data-code=${open.code}>${grouped(open.code)}</p></div></div>`;
  const met = (bytes: Uint8Array) => html`<div class="panel">
      <p class="lead">${t("phone.compareHere")}</p>${wordsPiece(bytes, spoken)}<p role="status">${t("phone.waitHere")}</p></div>`;

  return {
    name: "sign-in-phone",
    title: () => t("phone.kioskTitle"),
    async start() {
      waiting = await Waiting.open(config);
      picture = await qrPicture(waiting.address);
      void wait(waiting).catch(failedToMeet);
    },
    dispose() {
      stop.abort();
      clearInterval(alive);
      void waiting?.drop();
    },
    render: () => html`${over ? html`${notice("codeOver", "warm", t("phone.over"))}` : words !== undefined ? met(words) : waiting === undefined ? nothing : code(waiting)}
      <div class="actions">${over || words !== undefined ? action("new-code", "computer", t("phone.newCode"), restart, { look: over ? "primary" : "quiet" }) : nothing}
        ${action("cancel", "back", t("phone.noPhone"), () => app.show(signInView(app)))}</div>`,
  };
}
