import { html, nothing } from "lit-html";
import type { App } from "../app/app.ts";
import { failed, say } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { unpack } from "../files/load-archive.ts";
import { LIMIT } from "../files/sniff.ts";
import { take, type Taken } from "../files/take.ts";
import { t } from "../i18n/index.ts";
import { action, notice, pictogram, submitted, typed } from "../ui/pieces.ts";
import { papersIn, type Found } from "../wallet/importing.ts";
import { isKnown } from "../wallet/portable.ts";
import { SendQueue } from "../wallet/send-queue.ts";
import type { Sending } from "../wallet/types.ts";
import { fileLines, type FileLine } from "./file-lines.ts";
import { more } from "./more.ts";
import { wallet } from "./wallet.ts";

/** The papers of an archive, into this wallet: each is looked at like any file, and what is here already is left out. */
export function importView(app: App): View {
  const mine = app.session.wallet;
  let file: File | undefined;
  let password = "";
  let lines: (FileLine & { readonly sending?: Sending })[] = [];
  let queue: SendQueue | undefined;
  let looked: { readonly done: number; readonly all: number } | undefined;
  let looking = false;

  const look = (): void => {
    const given = file;
    if (given === undefined) return app.tell(say("noFile", "message.noArchive", "bad"));
    if (looking) return;
    looking = true;
    void app.run(async () => {
      try {
        const inside = await unpack(given, password);
        const found = await papersIn(inside);
        for (const [done, one] of found.entries()) {
          looked = { done, all: found.length };
          app.alive();
          app.refresh();
          lines.push(await line(one, async () => await inside.read(one.path, LIMIT)));
        }
        await inside.close();
        password = "";
        if (lines.length === 0) app.tell(say("emptyArchive", "message.emptyArchive", "warm"));
      } finally {
        looked = undefined;
        looking = false;
      }
    });
  };
  const line = async ({ path, details }: Found, content: () => Promise<Blob | undefined>): Promise<FileLine & { sending?: Sending }> => {
    const base = { title: details.title, size: 0 };
    try {
      const blob = await content() ?? new Blob();
      const one: Taken = await take(new File([blob], path));
      const sized = { ...base, size: blob.size };
      if (await isKnown(mine, one.file, one.type)) return { ...sized, known: true };
      await one.pictured;
      const picture = one.picture === undefined ? {} : { thumbnail: one.picture };
      return { ...sized, picture: one.picture, sending: mine.prepare(one.file, { ...details, type: one.type, ...picture }) };
    } catch (error) {
      return { ...base, refused: error };
    }
  };
  const fresh = (): readonly Sending[] => lines.flatMap(one => one.sending ?? []);
  const send = (): void => {
    if (queue?.running) return;
    void app.run(async () => {
      if (queue === undefined) {
        await mine.announce(fresh()).catch(() => undefined);
        queue = new SendQueue(fresh(), () => {
          app.alive();
          app.refresh();
        });
      }
      await queue.run();
      if (queue.done) return app.show(wallet(app), say("paperSaved", "message.papersSaved"));
      app.tell(queue.stopped === undefined ? say("someFailed", "message.someFailed", "bad") : failed(queue.stopped));
    });
  };
  const shownLines = (): readonly FileLine[] => lines.map(one => ({ ...one, fixed: true, line: queue?.lines.find(known => known.sending === one.sending) }));
  const stay = (event: Event): void => { if (queue?.running) event.preventDefault(); };
  const resume = (): void => { if (queue?.stopped !== undefined) send(); };
  addEventListener("beforeunload", stay);
  addEventListener("online", resume);
  const chosen = (event: Event): void => {
    file = (event.target as HTMLInputElement).files?.[0];
    app.tell(undefined);
  };
  const question = () => html`<form autocomplete="off" novalidate @submit=${submitted(look)}>
    <div class="panel"><p>${file === undefined ? t("import.choose") : html`<bdi>${file.name}</bdi>`}</p><label class="button file-button" data-action="choose-archive">${pictogram("suitcase")}<span>${t("import.file")}</span>
      <input type="file" name="archive" accept=".zip,application/zip" @change=${chosen}></label></div>
    <div class="field"><label for="archivePassword">${t("import.password")}</label><input id="archivePassword" class="passphrase" name="archivePassword" type="text" autocomplete="off" autocapitalize="none" spellcheck="false"
      dir="auto" .value=${password} @input=${typed(value => { password = value; })}></div>
    ${looked === undefined ? nothing : html`<div role="status"><label for="progress">${t("import.looking", looked)}</label><progress id="progress" max=${Math.max(1, looked.all)} .value=${looked.done}></progress></div>`}
    <div class="actions">${action("open-archive", "search", t("import.look"), undefined, { look: "primary", submit: true, busy: looking })}
      ${action("cancel", "back", t("cancel"), () => app.show(more(app)), { look: "quiet" })}</div></form>`;
  const result = () => html`${fresh().length === 0 ? notice("nothingNew", "warm", t("import.nothingNew")) : html`<p class="lead">${t("import.found", { count: fresh().length })}</p>`}
    ${fileLines(shownLines(), t("files.label"))}
    <div class="actions">${fresh().length === 0 ? nothing : action("confirm-import", "lock", t(queue?.running ? "add.saving" : queue === undefined ? "import.add" : "files.retry"), send, { look: "primary", busy: queue?.running ?? false })}
      ${queue?.running ? nothing : action("show-papers", "wallet", t("paper.back"), () => app.show(wallet(app)))}</div>`;

  return {
    name: "import",
    title: () => t("import.title"),
    dispose() {
      removeEventListener("beforeunload", stay);
      removeEventListener("online", resume);
      if (queue !== undefined && !queue.running && !queue.done) {
        const left = queue.lines.filter(one => one.state !== "done").map(one => one.sending.id);
        void queue.drop().then(() => mine.forgetUnfinished(left)).catch(() => undefined);
      }
    },
    render: () => html`<p>${t("import.lead")}</p>${lines.length === 0 || looking ? question() : result()}`,
  };
}
