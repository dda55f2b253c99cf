import { html, nothing } from "lit-html";
import type { App } from "../app/app.ts";
import { failed, say, type Message } from "../app/message.ts";
import type { View } from "../app/view.ts";
import { inspect, isRefusal, titleOf, type PaperType } from "../files/sniff.ts";
import { thumbnail } from "../files/thumbnail.ts";
import { percent, size } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { withoutPlace } from "../files/without-place.ts";
import { action, pictogram, submitted, typed } from "../ui/pieces.ts";
import { PasserelleError } from "../wallet/index.ts";
import { kindChoice } from "./kind-choice.ts";
import { wallet } from "./wallet.ts";

interface Chosen {
  readonly file: Blob;
  readonly type: PaperType;
  readonly size: number;
  picture?: string;
}

/** A file or a photo, a title, a kind: then it is encrypted here and stored. */
export function addPaper(app: App): View {
  let chosen: Chosen | undefined;
  let title = "";
  let kind = "";
  let date = "";
  let fraction: number | undefined;
  let pictured: Promise<void> = Promise.resolve();
  let over = false;

  const choose = (file: File | undefined): void => {
    if (file === undefined) return;
    void app.run(async () => {
      const type = await inspect(file);
      if (isRefusal(type)) throw new PasserelleError({ name: type });
      const kept = type === "image/jpeg" ? await withoutPlace(file) : file;
      const next: Chosen = chosen = { file: kept, type, size: kept.size };
      if (title === "") title = titleOf(file.name);
      app.refresh();
      pictured = thumbnail(kept, type).then(picture => {
        if (picture !== undefined) next.picture = picture;
      });
      await pictured;
    });
  };
  const picked = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    choose(input.files?.[0]);
    input.value = "";
  };
  const dropped = (event: DragEvent): void => {
    event.preventDefault();
    over = false;
    choose(event.dataTransfer?.files[0]);
  };
  const drag = (event: DragEvent, now: boolean): void => {
    event.preventDefault();
    if (over !== now) {
      over = now;
      app.refresh();
    }
  };
  const save = (): void => {
    const paper = chosen;
    if (paper === undefined) return app.tell(say("noFile", "message.noFile", "bad"));
    if (title.trim() === "") return app.tell(say("noTitle", "message.noTitle", "bad"));
    if (fraction !== undefined) return;
    fraction = 0;
    void app.run(async () => {
      let news: Message | undefined;
      try {
        // Whoever is quicker than the drawing of the small picture is not made to press twice.
        await pictured.catch(() => undefined);
        await app.session.wallet.add(paper.file, {
          title: title.trim(), kind: kind || "other", type: paper.type, ...(date === "" ? {} : { date }), ...(paper.picture === undefined ? {} : { thumbnail: paper.picture }),
        }, done => {
          fraction = done;
          app.alive();
          app.refresh();
        });
        app.show(wallet(app), say("paperSaved", "message.paperSaved"));
      } catch (error) {
        news = failed(error);
      } finally {
        fraction = undefined;
      }
      if (news !== undefined) app.tell(news);
    });
  };

  const source = () => html`<div class="drop-zone ${over ? "over" : ""}" @dragover=${(event: DragEvent) => drag(event, true)} @dragleave=${(event: DragEvent) => drag(event, false)} @drop=${dropped}>
    ${pictogram("drop")}<p>${t("add.drop")}</p>
    <div class="actions">
      <label class="button primary file-button" data-action="choose-file">${pictogram("paper")}<span>${t("add.file")}</span>
        <input type="file" name="file" accept=".pdf,.jpg,.jpeg,.png,.webp,.txt,application/pdf,image/jpeg,image/png,image/webp,text/plain" @change=${picked}></label>
      <label class="button file-button" data-action="take-photo">${pictogram("camera")}<span>${t("add.photo")}</span>
        <input type="file" name="photo" accept="image/jpeg,image/png,image/webp" capture="environment" @change=${picked}></label>
    </div><p class="soft small">${t("add.kinds")}</p></div>`;
  const form = (paper: Chosen) => html`<form novalidate @submit=${submitted(save)}>
    <div class="field"><label for="title">${t("add.title")}</label><p class="hint" id="title-hint">${t("add.titleHint")}</p>
      <input id="title" name="title" maxlength="120" autocomplete="off" dir="auto" aria-describedby="title-hint" .value=${title} @input=${typed(value => { title = value; })}></div>
    ${kindChoice(kind, value => { kind = value; app.refresh(); })}
    <div class="field"><label for="date">${t("add.date")}</label><input id="date" name="date" type="date" .value=${date} @input=${typed(value => { date = value; })}></div>
    ${fraction === undefined ? nothing : html`<div role="status"><label for="progress">${t("add.progress", { percent: percent(fraction) })}</label><progress id="progress" max="1" .value=${fraction}></progress></div>`}
    <div class="actions">
      ${action("save-paper", "lock", t(fraction === undefined ? "add.save" : "add.saving"), undefined, { look: "primary", submit: true, busy: fraction !== undefined })}
      ${action("cancel", "back", t("cancel"), () => app.show(wallet(app)), { look: "quiet" })}
    </div><p class="soft small">${t("add.encrypted", { size: size(paper.size) })}</p></form>`;

  return {
    name: "add-paper",
    title: () => t("add.heading"),
    render: () => chosen === undefined
      ? html`${source()}<div class="actions">${action("cancel", "back", t("cancel"), () => app.show(wallet(app)), { look: "quiet" })}</div>`
      : html`<div class="panel chosen-file">${chosen.picture === undefined ? pictogram(chosen.type === "text/plain" ? "text" : "paper") : html`<img src=${chosen.picture} alt="">`}
          <div><p><bdi>${title}</bdi><br><span class="soft small">${size(chosen.size)}</span></p>
          ${action("choose-other", "take-back", t("add.other"), () => { chosen = undefined; title = ""; app.tell(undefined); }, { look: "quiet" })}</div></div>
        ${form(chosen)}`,
  };
}
