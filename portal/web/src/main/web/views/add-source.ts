import { html, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import { t } from "../i18n/index.ts";
import { pictogram } from "../ui/pieces.ts";

const FILES = ".pdf,.jpg,.jpeg,.png,.webp,.txt,application/pdf,image/jpeg,image/png,image/webp,text/plain";
const PHOTOS = "image/jpeg,image/png,image/webp";

interface Sources {
  readonly files: (files: readonly File[]) => void;
  readonly photo: (photo: File) => void;
  readonly many: boolean;
}

/** Where papers come from: files, dropped or chosen, and the camera. */
export function addSource(app: App, { files, photo, many }: Sources): () => TemplateResult {
  let over = false;
  const drag = (event: DragEvent, now: boolean): void => {
    event.preventDefault();
    if (over !== now) {
      over = now;
      app.refresh();
    }
  };
  const dropped = (event: DragEvent): void => {
    event.preventDefault();
    over = false;
    files([...event.dataTransfer?.files ?? []].slice(0, many ? undefined : 1));
  };
  return () => html`<div class="drop-zone ${over ? "over" : ""}" @dragover=${(event: DragEvent) => drag(event, true)} @dragleave=${(event: DragEvent) => drag(event, false)} @drop=${dropped}>
    ${pictogram("drop")}<p>${t(many ? "add.drop" : "add.dropOne")}</p>
    <div class="actions">
      <label class="button primary file-button" data-action="choose-file">${pictogram("paper")}<span>${t(many ? "add.files" : "add.file")}</span>
        <input type="file" name="file" ?multiple=${many} accept=${FILES} @change=${picked(files)}></label>
      <label class="button file-button" data-action="take-photo">${pictogram("camera")}<span>${t("add.photo")}</span>
        <input type="file" name="photo" accept=${PHOTOS} capture="environment" @change=${picked(([one]) => { if (one) photo(one); })}></label>
    </div><p class="soft small">${t("add.kinds")}</p></div>`;
}

/** One more page of the same paper. */
export function pageButton(photo: (photo: File) => void): TemplateResult {
  return html`<label class="button file-button" data-action="add-page">${pictogram("camera")}<span>${t("add.page")}</span>
    <input type="file" name="page" accept=${PHOTOS} capture="environment" @change=${picked(([one]) => { if (one) photo(one); })}></label>`;
}

function picked(take: (files: readonly File[]) => void): (event: Event) => void {
  return event => {
    const input = event.target as HTMLInputElement;
    take([...input.files ?? []]);
    input.value = "";
  };
}
