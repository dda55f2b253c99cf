// Loaded late and apart (see load-pdf.ts): the only file that knows pdf.js.
import { GlobalWorkerOptions, PDFDataRangeTransport, getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

GlobalWorkerOptions.workerSrc = PDF_WORKER;

const own = (folder: string): string => new URL(`/app/pdf/${folder}/`, location.href).href;

/** A PDF that is open: pages are counted from 1. */
export interface OpenPdf {
  readonly pages: number;
  /** Draws a page on a new canvas, its longer side or (with `fit` "width") its width being `pixels`. */
  draw(page: number, pixels: number, fit?: "side" | "width"): Promise<HTMLCanvasElement>;
  /** The words of a page, for those who cannot see the drawing. */
  words(page: number): Promise<string>;
  /** Height over width. */
  shape(page: number): Promise<number>;
  close(): void;
}

/** Bytes of the file's beginning: small files are read at once. */
const FIRST = 1024 * 1024;

/** What is needed of a file that the browser holds: 100 MB are never whole in memory. */
class Pieces extends PDFDataRangeTransport {
  readonly #file: Blob;

  constructor(file: Blob, first: Uint8Array) {
    super(file.size, first);
    this.#file = file;
  }

  override requestDataRange(begin: number, end: number): void {
    void this.#file.slice(begin, end).arrayBuffer().then(bytes => this.onDataRange(begin, new Uint8Array(bytes)));
  }
}

export async function open(content: Blob): Promise<OpenPdf> {
  const first = new Uint8Array(await content.slice(0, FIRST).arrayBuffer());
  const source = content.size <= FIRST ? { data: first } : { range: new Pieces(content, first), disableAutoFetch: true, disableStream: true };
  // No scripts of the file, no forms that compute, no address of the file's choosing is ever called.
  const task = getDocument({
    ...source, cMapUrl: own("cmaps"), cMapPacked: true, standardFontDataUrl: own("standard_fonts"), wasmUrl: own("wasm"),
    iccUrl: own("iccs"), enableXfa: false, useSystemFonts: false, verbosity: 0,
  });
  const file = await task.promise;
  return {
    pages: file.numPages,
    async draw(number, pixels, fit = "side") {
      const page = await file.getPage(number);
      const full = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: pixels / (fit === "width" ? full.width : Math.max(full.width, full.height)) });
      const canvas = document.createElement("canvas");
      canvas.width = Math.ceil(viewport.width);
      canvas.height = Math.ceil(viewport.height);
      await page.render({ canvas, viewport, background: "#fff" }).promise;
      return canvas;
    },
    async words(number) {
      const content = await (await file.getPage(number)).getTextContent();
      return content.items.map(item => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("");
    },
    async shape(number) {
      const viewport = (await file.getPage(number)).getViewport({ scale: 1 });
      return viewport.height / viewport.width;
    },
    close() {
      void task.destroy();
    },
  };
}
