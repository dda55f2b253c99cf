import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import { say } from "../app/message.ts";
import { readPicture, watchCamera } from "../files/qr.ts";
import { t } from "../i18n/index.ts";
import { action, pictogram } from "./pieces.ts";

/** Reads a QR code with the camera, live or from one photograph. Nothing of what the camera sees is kept or sent. */
export class Scanner {
  readonly #found: (text: string) => void;
  readonly #video = Object.assign(document.createElement("video"), { className: "camera" });
  #stop: AbortController | undefined;

  constructor(found: (text: string) => void) {
    this.#found = found;
  }

  stop(): void {
    this.#stop?.abort();
    this.#stop = undefined;
  }

  piece(app: App): TemplateResult {
    const live = "mediaDevices" in navigator;
    return html`<div class="drop-zone">
      ${this.#stop === undefined ? pictogram("camera") : this.#video}
      <div class="actions">
        ${this.#stop !== undefined ? action("stop-camera", "clear", t("scan.stop"), () => { this.stop(); app.refresh(); })
          : live ? action("use-camera", "camera", t("scan.camera"), () => void this.#watch(app), { look: "primary" }) : nothing}
        <label class="button file-button" data-action="photo-of-code">${pictogram("image")}<span>${t("scan.photo")}</span>
          <input type="file" name="codePhoto" accept="image/*" @change=${(event: Event) => void this.#read(app, event.target as HTMLInputElement)}></label>
      </div></div>`;
  }

  async #watch(app: App): Promise<void> {
    const stop = this.#stop = new AbortController();
    app.tell(undefined);
    try {
      const text = await watchCamera(this.#video, stop.signal);
      if (text !== undefined && !stop.signal.aborted) this.#found(text);
    } catch {
      if (!stop.signal.aborted) app.tell(say("noCamera", "message.noCamera", "warm"));
    } finally {
      if (this.#stop === stop) this.stop();
      app.refresh();
    }
  }

  async #read(app: App, input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    input.value = "";
    if (file === undefined) return;
    const text = await readPicture(file);
    if (text === undefined) app.tell(say("noCode", "message.noCode", "warm"));
    else this.#found(text);
  }
}
