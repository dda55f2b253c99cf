import { t } from "../i18n/index.ts";
import { pdf } from "../files/load-pdf.ts";
import { typeOf } from "../files/sniff.ts";
import type { OpenPdf } from "../files/pdf.ts";

/** Sharp enough to read small print, small enough for an old phone. */
const WIDTH = 1400;
/** Pixels of the longer side of a picture. */
const LONGEST = 2400;

/**
 * Shows a decrypted paper inside the page and forgets it on `close`. What the bytes are decides how they are shown, never what somebody wrote about
 * them. Only pixels and plain words reach the page: PDF and pictures are drawn on a canvas, no paper ever gets an address that a browser could open as
 * a page of ours, and a file we cannot show is only named.
 */
export class Viewer {
  readonly element = document.createElement("section");
  #file: OpenPdf | undefined;
  #watch: IntersectionObserver | undefined;
  #closed = false;

  constructor() {
    this.element.className = "viewer";
    this.element.tabIndex = 0;
    this.element.dataset["viewer"] = "waiting";
  }

  async show(blob: Blob): Promise<void> {
    this.element.ariaLabel = t("viewer.label");
    const type = typeOf(new Uint8Array(await blob.slice(0, 65_536).arrayBuffer()));
    if (type === "application/pdf") await this.#pages(await (await pdf()).open(blob));
    else if (type === "text/plain") this.#words(await blob.text());
    else if (type !== undefined) await this.#picture(blob);
    else this.#words(t("viewer.cannot"));
    this.element.dataset["viewer"] = this.#closed ? "closed" : "shown";
  }

  close(): void {
    this.#closed = true;
    this.#watch?.disconnect();
    this.#file?.close();
    this.element.replaceChildren();
    this.element.dataset["viewer"] = "closed";
  }

  /** Pages are drawn when they come near the screen: a file of 300 pages must not fill a phone's memory. */
  async #pages(file: OpenPdf): Promise<void> {
    this.#file = file;
    if (this.#closed) return file.close();
    this.#watch = new IntersectionObserver(seen => {
      for (const { target } of seen.filter(entry => entry.isIntersecting)) {
        this.#watch?.unobserve(target);
        void this.#draw(file, target as HTMLElement);
      }
    }, { rootMargin: "800px" });
    const shape = await file.shape(1);
    for (let number = 1; number <= file.pages; number++) {
      const page = Object.assign(document.createElement("div"), { className: "page", role: "img", ariaLabel: t("viewer.page", { page: number, pages: file.pages }) });
      page.dataset["page"] = String(number);
      page.style.aspectRatio = String(1 / shape);
      this.element.append(page);
      this.#watch.observe(page);
    }
    await this.#draw(file, this.element.firstElementChild as HTMLElement);
  }

  async #draw(file: OpenPdf, page: HTMLElement): Promise<void> {
    if (this.#closed || page.childElementCount > 0) return;
    const number = Number(page.dataset["page"]);
    const canvas = await file.draw(number, WIDTH, "width");
    if (this.#closed || page.childElementCount > 0) return;
    page.style.aspectRatio = "";
    page.append(canvas);
    const words = (await file.words(number)).trim();
    if (words !== "" && !this.#closed) page.ariaLabel = `${page.ariaLabel ?? ""}. ${words.slice(0, 5000)}`;
  }

  async #picture(blob: Blob): Promise<void> {
    const bitmap = await createImageBitmap(blob);
    const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
    const canvas = Object.assign(document.createElement("canvas"), { className: "picture", role: "img", ariaLabel: t("viewer.picture") });
    [canvas.width, canvas.height] = [Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale))];
    canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    if (!this.#closed) this.element.append(canvas);
  }

  #words(text: string): void {
    if (!this.#closed) this.element.append(Object.assign(document.createElement("pre"), { textContent: text }));
  }
}
