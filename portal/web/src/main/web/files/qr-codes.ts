// Loaded late and apart (see qr.ts): the only file that knows the library. Works without a page, too.
import { encodeQR } from "qr";
import { decodeQR } from "qr/decode.js";

/** A code as a drawing: a square of `size` modules, quiet zone included, and the dark ones as one SVG path. */
export interface QrPicture {
  readonly size: number;
  readonly path: string;
}

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel. */
  readonly data: Uint8ClampedArray;
}

const QUIET = 4;

/** A quarter of it may be folded, stained or badly copied. */
export function encode(text: string): QrPicture {
  const rows = encodeQR(text, "raw", { ecc: "quartile", border: QUIET });
  return { size: rows.length, path: rows.map((row, y) => strokes(row, y)).join("") };
}

/** The dark runs of one row, each as a box one module high. */
function strokes(row: readonly boolean[], y: number): string {
  let path = "";
  for (let x = 0; x < row.length; x++) {
    if (row[x] !== true) continue;
    const from = x;
    while (row[x + 1] === true) x++;
    path += `M${from} ${y}h${x - from + 1}v1h${from - x - 1}z`;
  }
  return path;
}

/** Undefined when there is none to be read. With `patient`, tries longer: for one photograph instead of many frames. */
export function decode({ width, height, data }: Pixels, patient = false): string | undefined {
  try {
    return decodeQR({ width, height, data }, patient ? { effort: 8, timeLimit: 3000 } : {});
  } catch {
    return undefined;
  }
}
