import { late } from "./late.ts";
import type { QrPicture } from "./qr-codes.ts";

export type { QrPicture };

const codes = late<typeof import("./qr-codes.ts")>(() => ({ address: QR_ADDRESS, integrity: QR_INTEGRITY }));

/** Pixels of the longer side that are searched: more would only take longer. */
const CAMERA = 900;
const PHOTOGRAPH = 2000;
/** Milliseconds between two frames: old phones need time for everything else. */
const PAUSE = 120;

/** The drawing of a text, for `ui/qr-picture.ts`. */
export async function qrPicture(text: string): Promise<QrPicture> {
  return (await codes()).encode(text);
}

/** The text of the code in a picture somebody took or was sent; undefined when none can be read. */
export async function readPicture(file: Blob): Promise<string | undefined> {
  const { decode } = await codes();
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  try {
    const pixels = bitmap && pixelsOf(bitmap, bitmap.width, bitmap.height, PHOTOGRAPH);
    return pixels && decode(pixels, true);
  } finally {
    bitmap?.close();
  }
}

/**
 * Shows the camera in the given element until it sees a code, and gives its text. The camera is off again when this returns, whatever
 * happened; pictures never leave this function. Undefined once `signal` says stop; rejects when there is no camera or it was refused.
 */
export async function watchCamera(video: HTMLVideoElement, signal: AbortSignal): Promise<string | undefined> {
  const { decode } = await codes();
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
  try {
    video.srcObject = stream;
    video.muted = true;
    video.playsInline = true;
    await video.play();
    while (!signal.aborted) {
      const pixels = video.videoWidth > 0 ? pixelsOf(video, video.videoWidth, video.videoHeight, CAMERA) : undefined;
      const text = pixels && decode(pixels);
      if (text !== undefined) return text;
      await new Promise(done => setTimeout(done, PAUSE));
    }
    return undefined;
  } finally {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  }
}

function pixelsOf(source: CanvasImageSource, width: number, height: number, most: number): ImageData {
  const scale = Math.min(1, most / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("no canvas");
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
