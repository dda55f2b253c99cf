import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import { onePdf } from "../files/capture.ts";
import { take, taken, type Taken } from "../files/take.ts";
import { percent, size } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { action, pictogram, submitted, type Piece } from "../ui/pieces.ts";
import type { NewArrival } from "../wallet/types.ts";
import { addSource, pageButton } from "./add-source.ts";
import { draftOf } from "./paper-fields.ts";

interface Bringing {
  /** The one button that sends; busy while it does. */
  readonly button: (busy: boolean) => TemplateResult;
  readonly fields: (draft: ReturnType<typeof draftOf>) => TemplateResult;
  readonly send: (file: Blob, meta: NewArrival, progress: (fraction: number) => void) => Promise<void>;
  readonly cancel: () => void;
}

/** One file, or several photographs of the pages of one paper, for somebody else's wallet: sealed here, then sent. */
export function bring(app: App, { button, fields, send, cancel }: Bringing): () => TemplateResult {
  const draft = draftOf();
  let pages: Taken[] = [];
  let fraction: number | undefined;

  const add = (file: File, photo: boolean): void => void app.run(async () => {
    const one = await take(file);
    pages = photo ? [...pages, one] : [one];
    if (draft.title === "") draft.title = one.title;
    void one.pictured.then(() => app.refresh());
  });
  const source = addSource(app, { files: ([file]) => { if (file) add(file, false); }, photo: photo => add(photo, true), many: false });
  const whole = async (): Promise<Taken | undefined> => {
    const one = pages.length > 1 ? taken(await onePdf(pages.map(page => page.file)), "application/pdf", draft.title) : pages[0];
    await one?.pictured;
    return one;
  };
  const go = (): void => {
    if (pages.length === 0) return app.tell(say("noFile", "message.noFile", "bad"));
    if (draft.title.trim() === "") return app.tell(say("noTitle", "message.noTitle", "bad"));
    if (fraction !== undefined) return;
    fraction = 0;
    void app.run(async () => {
      try {
        const one = await whole();
        if (one === undefined) return;
        await send(one.file, {
          title: draft.title.trim(), kind: draft.kind || "other", type: one.type, ...(draft.date === "" ? {} : { date: draft.date }), ...(one.picture === undefined ? {} : { thumbnail: one.picture }),
        }, done => {
          fraction = done;
          app.alive();
          app.refresh();
        });
      } finally {
        fraction = undefined;
      }
    });
  };
  const chosen = (one: Taken): Piece => html`<div class="panel chosen-file">${one.picture === undefined ? pictogram("paper") : html`<img src=${one.picture} alt="">`}<div>
    <p><bdi>${draft.title}</bdi><br><span class="soft small">${size(pages.reduce((sum, page) => sum + page.file.size, 0))}</span></p><div class="actions">
    ${one.type.startsWith("image/") ? pageButton(photo => add(photo, true)) : nothing}
    ${action("choose-other", "take-back", t("add.other"), () => { pages = []; draft.title = ""; app.tell(undefined); }, { look: "quiet" })}</div></div></div>`;

  return () => html`<form novalidate @submit=${submitted(go)}>${pages[0] === undefined ? source() : html`${chosen(pages[0])}${fields(draft)}
      ${fraction === undefined ? nothing : html`<div role="status"><label for="progress">${t("add.progress", { percent: percent(fraction) })}</label><progress id="progress" max="1" .value=${fraction}></progress></div>`}`}
    <div class="actions">${pages.length === 0 ? nothing : button(fraction !== undefined)}
      ${action("cancel", "back", t("cancel"), cancel, { look: "quiet" })}</div></form>`;
}
