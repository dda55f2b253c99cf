import { pdf } from "./load-pdf.ts";
import type { PaperType } from "./sniff.ts";

/** Pixels of the longer side: sharp enough for a tile on a phone, a few kilobytes. */
export const SIDE = 280;

/** A small picture of the first page as a data URL; undefined when none can be made, which stops nothing. */
export async function thumbnail(file: Blob, type: PaperType): Promise<string | undefined> {
  try {
    if (type === "text/plain") return undefined;
    const canvas = type === "application/pdf" ? await firstPage(file) : await picture(file);
    return canvas.toDataURL("image/jpeg", 0.7);
  } catch {
    return undefined;
  }
}

async function firstPage(file: Blob): Promise<HTMLCanvasElement> {
  const document = await (await pdf()).open(file);
  try {
    return await document.draw(1, SIDE);
  } finally {
    document.close();
  }
}

async function picture(file: Blob): Promise<HTMLCanvasElement> {
  const bitmap = await createImageBitmap(file);
  try {
    const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("no canvas");
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return canvas;
  } finally {
    bitmap.close();
  }
}
