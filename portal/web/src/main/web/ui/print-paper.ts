import { html, type TemplateResult } from "lit-html";
import { pdf } from "../files/load-pdf.ts";
import { typeOf } from "../files/sniff.ts";
import { printSheets } from "./sheet.ts";

/** About 190 dots per inch on A4: a stamp stays legible, and three hundred pages still fit into memory. */
const WIDTH = 1600;
const QUALITY = 0.85;

/**
 * Prints a decrypted paper as it is, with nothing of ours on it. Its pages become pictures inside the page: a browser that printed the file
 * itself would make an address for it, and keep it.
 */
export async function printPaper(blob: Blob): Promise<boolean> {
  const type = typeOf(new Uint8Array(await blob.slice(0, 65_536).arrayBuffer()));
  const sheets = type === "application/pdf" ? await pages(blob) : type === "text/plain" ? [bare(html`<pre>${await blob.text()}</pre>`)]
    : type === undefined ? [] : [await picture(blob)];
  if (sheets.length > 0) await printSheets(sheets);
  return sheets.length > 0;
}

function bare(content: TemplateResult): TemplateResult {
  return html`<article class="sheet bare" data-sheet="paper">${content}</article>`;
}

async function pages(blob: Blob): Promise<TemplateResult[]> {
  const file = await (await pdf()).open(blob);
  try {
    const sheets: TemplateResult[] = [];
    for (let number = 1; number <= file.pages; number++) sheets.push(drawn(await file.draw(number, WIDTH, "width"), await file.words(number)));
    return sheets;
  } finally {
    file.close();
  }
}

async function picture(blob: Blob): Promise<TemplateResult> {
  const bitmap = await createImageBitmap(blob);
  try {
    const canvas = document.createElement("canvas");
    const scale = Math.min(1, WIDTH / bitmap.width);
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return drawn(canvas, "");
  } finally {
    bitmap.close();
  }
}

/** The drawing as a picture in the text of the page; the canvas gives its memory back at once. */
function drawn(canvas: HTMLCanvasElement, words: string): TemplateResult {
  const address = canvas.toDataURL("image/jpeg", QUALITY);
  canvas.width = canvas.height = 0;
  return bare(html`<img src=${address} alt=${words.trim().slice(0, 5000)}>`);
}
