import { t } from "../i18n/index.ts";
import { pdf } from "../files/load-pdf.ts";
import { typeOf } from "../files/sniff.ts";
import type { OpenPdf } from "../files/pdf.ts";

/** Sharp enough to read small print, small enough for an old phone. */
const WIDTH = 1400;

/**
 * Shows a decrypted paper inside the page and forgets it on `close`. What the bytes are decides how they are shown, never what somebody wrote about
 * them: nothing of a paper is ever run, and a file we cannot show is only named.
 */
export class Viewer {
  readonly element = document.createElement("section");
  #file: OpenPdf | undefined;
  #address: string | undefined;
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
    if (type === "application/pdf") await this.#pages(await (await pdf()).open(await blob.arrayBuffer()));
    else if (type === "text/plain") this.#words(await blob.text());
    else if (type !== undefined) await this.#picture(blob);
    else this.#words(t("viewer.cannot"));
    this.element.dataset["viewer"] = this.#closed ? "closed" : "shown";
  }

  close(): void {
    this.#closed = true;
    this.#watch?.disconnect();
    this.#file?.close();
    if (this.#address !== undefined) URL.revokeObjectURL(this.#address);
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
    this.#address = URL.createObjectURL(blob);
    const image = Object.assign(new Image(), { src: this.#address, alt: t("viewer.picture") });
    await image.decode();
    if (!this.#closed) this.element.append(image);
  }

  #words(text: string): void {
    if (!this.#closed) this.element.append(Object.assign(document.createElement("pre"), { textContent: text }));
  }
}
