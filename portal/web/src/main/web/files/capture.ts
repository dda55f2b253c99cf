import { photoPdf, type JpegPage } from "./photo-pdf.ts";

/** Pixels of the longer side of a page: small print stays readable, a page stays under a megabyte. */
const SIDE = 2200;

/** The photos of a paper's pages as one PDF. Drawn anew, so that nothing a camera writes beside the picture (place, time, device) goes along. */
export async function onePdf(photos: readonly Blob[]): Promise<Blob> {
  const pages: JpegPage[] = [];
  for (const photo of photos) {
    pages.push(await page(photo));
  }
  return photoPdf(pages);
}

async function page(photo: Blob): Promise<JpegPage> {
  const bitmap = await createImageBitmap(photo);
  try {
    const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale))];
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("no canvas");
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const jpeg = await new Promise<Blob | null>(done => canvas.toBlob(done, "image/jpeg", 0.82));
    if (jpeg === null) throw new Error("no picture");
    return { jpeg, width: canvas.width, height: canvas.height };
  } finally {
    bitmap.close();
  }
}
