import { html, nothing } from "lit-html";
import type { App } from "../app/app.ts";
import { failed, say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { onePdf } from "../files/capture.ts";
import { take, taken, type Taken } from "../files/take.ts";
import { percent, size } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { action, pictogram, submitted } from "../ui/pieces.ts";
import { SendQueue } from "../wallet/send-queue.ts";
import type { NewPaper, Paper, Sending } from "../wallet/types.ts";
import { addSource, pageButton } from "./add-source.ts";
import { fileLines, type FileLine } from "./file-lines.ts";
import { paper } from "./paper.ts";
import { detailsOf, draftOf, paperFields } from "./paper-fields.ts";
import { wallet } from "./wallet.ts";

/** A single file larger than this is worth a word when it was not finished. */
const WORTH_A_WORD = 5_000_000;

interface Item {
  readonly taken: Taken;
  title: string;
}

/** Files or photos, what they are: then each is encrypted here and stored. With `replaces`, the one file becomes the newer version of that paper. */
export function addPaper(app: App, replaces?: Paper): View {
  const mine = app.session.wallet;
  const draft = draftOf(replaces);
  let items: Item[] = [];
  let refused: FileLine[] = [];
  let photos: Taken[] = [];
  let queue: SendQueue | undefined;
  let sent = "";
  const sending = (): boolean => queue?.running ?? false;
  const many = (): boolean => items.length + refused.length > 1;

  const choose = (files: readonly File[]): void => void app.run(async () => {
    for (const file of files) {
      try {
        const one = await take(file);
        items.push({ taken: one, title: one.title });
        void one.pictured.then(() => app.refresh());
      } catch (error) {
        if (files.length === 1) throw error;
        refused.push({ title: file.name, size: file.size, refused: error });
      }
    }
    if (!many() && draft.title === "") draft.title = items[0]?.title ?? "";
  });
  const photograph = (photo: File): void => void app.run(async () => {
    const one = await take(photo);
    photos.push(one);
    items = [{ taken: one, title: one.title }];
    if (draft.title === "") draft.title = one.title;
    void one.pictured.then(() => app.refresh());
  });
  const forget = (): void => {
    if (queue !== undefined && !sending() && !queue.done) {
      const left = queue.lines.filter(line => line.state !== "done").map(line => line.sending.id);
      void queue.drop().then(() => mine.forgetUnfinished(left)).catch(() => undefined);
    }
    queue = undefined;
  };
  const other = (): void => {
    forget();
    [items, refused, photos] = [[], [], []];
    draft.title = replaces?.title ?? "";
    app.tell(undefined);
  };

  /** What is given to the queue; asked for again after words were changed, it begins anew. */
  const prepare = async (): Promise<SendQueue> => {
    if (photos.length > 1) {
      const file = taken(await onePdf(photos.map(one => one.file)), "application/pdf", draft.title);
      items = [{ taken: file, title: draft.title }];
      photos = [];
    }
    // Whoever is quicker than the drawing of the small pictures is not made to press twice.
    await Promise.all(items.map(item => item.taken.pictured));
    const sendings = items.map(({ taken: one, title }): Sending => {
      const picture = one.picture === undefined ? {} : { thumbnail: one.picture };
      const meta: NewPaper = { ...detailsOf({ ...draft, title: many() ? title : draft.title }), type: one.type, ...picture };
      return replaces === undefined ? mine.prepare(one.file, meta) : mine.prepareVersion(replaces.id, one.file, { type: one.type, ...picture });
    });
    if (sendings.length > 1 || items.some(item => item.taken.file.size > WORTH_A_WORD)) {
      await mine.announce(sendings).catch(() => undefined);
    }
    return new SendQueue(sendings, () => {
      app.alive();
      app.refresh();
    });
  };
  const send = (): void => void app.run(async () => {
    const words = JSON.stringify([draft, items.map(item => item.title)]);
    if (queue === undefined || sent !== words) {
      forget();
      queue = await prepare();
      sent = JSON.stringify([draft, items.map(item => item.title)]);
    }
    const running = queue;
    await running.run();
    if (!running.done) {
      const error = running.stopped ?? (many() ? undefined : running.lines[0]?.error);
      return app.tell(error === undefined ? say("someFailed", "message.someFailed", "bad") : failed(error));
    }
    if (replaces === undefined) return app.show(wallet(app), say("paperSaved", running.lines.length > 1 ? "message.papersSaved" : "message.paperSaved"));
    const newest = await mine.describe(replaces.id, detailsOf(draft));
    app.show(paper(app, newest), say("versionSaved", "message.versionSaved"));
  });
  const save = (): void => {
    if (sending()) return;
    if (items.length === 0) return app.tell(say("noFile", "message.noFile", "bad"));
    if ((many() ? items.map(item => item.title) : [draft.title]).some(title => title.trim() === "")) return app.tell(say("noTitle", "message.noTitle", "bad"));
    send();
  };
  // What is on its way would be lost without a question; leaving by our own doors lets go of this first, and asks nothing.
  const stay = (event: Event): void => { if (sending()) event.preventDefault(); };
  const resume = (): void => { if (queue?.stopped !== undefined) send(); };
  addEventListener("beforeunload", stay);
  addEventListener("online", resume);

  const source = addSource(app, { files: choose, photo: photograph, many: replaces === undefined });
  const back = () => action("cancel", "back", t("cancel"), () => app.show(replaces === undefined ? wallet(app) : paper(app, replaces)), { look: "quiet" });
  const chosen = ({ taken: one }: Item) => html`<div class="panel chosen-file">${(photos.length > 1 ? photos : [one]).map((photo, at) => html`<span class="page-picture" data-photo=${at + 1}>${
      photo.picture === undefined ? pictogram(photo.type === "text/plain" ? "text" : "paper") : html`<img src=${photo.picture} alt="">`}</span>`)}
    <div><p><bdi>${draft.title}</bdi><br><span class="soft small">${photos.length > 1 ? t("add.pages", { count: photos.length }) : size(one.file.size)}</span></p>
    ${sending() ? nothing : html`<div class="row">${photos.length > 0 ? pageButton(photograph) : nothing}${action("choose-other", "take-back", t("add.other"), other, { look: "quiet" })}</div>`}</div></div>`;
  const progress = () => {
    const fraction = queue?.lines[0]?.fraction ?? 0;
    return html`<div role="status"><label for="progress">${t("add.progress", { percent: percent(fraction) })}</label><progress id="progress" max="1" .value=${fraction}></progress></div>`;
  };
  const lines = (): FileLine[] => [...items.map((item, at): FileLine => ({
    get title() { return item.title; }, set title(value) { item.title = value; }, size: item.taken.file.size, picture: item.taken.picture, line: queue?.lines[at],
  })), ...refused];
  const total = (): string => size(items.reduce((sum, item) => sum + item.taken.file.size, 0));

  return {
    name: "add-paper",
    title: () => (replaces === undefined ? t("add.heading") : t("version.heading", { title: replaces.title })),
    dispose() {
      removeEventListener("beforeunload", stay);
      removeEventListener("online", resume);
      forget();
    },
    render: () => items.length + refused.length === 0
      ? html`${source()}<div class="actions">${back()}</div>`
      : html`${many() ? fileLines(lines(), t("files.label")) : items.map(chosen)}
        <form novalidate @submit=${submitted(save)}>
          ${many() && queue !== undefined ? nothing : html`${many() ? html`<p>${t("files.kindForAll")}</p>` : nothing}${paperFields(draft, () => app.refresh(), { title: !many(), open: replaces !== undefined })}`}
          ${sending() && !many() ? progress() : nothing}
          <div class="actions">
            ${queue === undefined || sending() || !many()
              ? action("save-paper", "lock", t(sending() ? "add.saving" : many() ? "add.saveAll" : "add.save"), undefined, { look: "primary", submit: true, busy: sending() })
              : action("retry-files", "take-back", t("files.retry"), undefined, { look: "primary", submit: true })}
            ${many() && queue !== undefined && !sending() ? action("skip-files", "next", t("files.skip"), () => app.show(wallet(app))) : sending() ? nothing : back()}
          </div><p class="soft small">${t("add.encrypted", { size: total() })}</p></form>`,
  };
}
