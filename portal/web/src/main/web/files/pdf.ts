// Loaded late and apart (see load-pdf.ts): the only file that knows pdf.js.
import { GlobalWorkerOptions, getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

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

export async function open(bytes: ArrayBuffer): Promise<OpenPdf> {
  // No scripts of the file, no forms that compute, no address of the file's choosing is ever called.
  const task = getDocument({
    data: new Uint8Array(bytes), cMapUrl: own("cmaps"), cMapPacked: true, standardFontDataUrl: own("standard_fonts"), wasmUrl: own("wasm"),
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
