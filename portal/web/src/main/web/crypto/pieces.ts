import type { Bytes } from "./bytes.ts";
import { damaged } from "./failure.ts";
import { HEADER, SEGMENT } from "./segments.ts";

/** Cuts a stream into the header and segments of their exact sizes; refuses one byte more or less than `total`. `seen` takes over what was read. */
export async function* pieces(source: ReadableStream<Bytes>, total: number, seen: (bytes: Bytes) => Promise<void>): AsyncGenerator<Bytes, undefined> {
  const reader = source.getReader();
  try {
    let piece = new Uint8Array(HEADER);
    let filled = 0;
    let taken = 0;
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      for (let at = 0; at < read.value.length;) {
        const part = read.value.subarray(at, at + piece.length - filled);
        if (part.length === 0) {
          throw damaged();
        }
        piece.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled === piece.length) {
          taken += filled;
          yield piece;
          piece = new Uint8Array(Math.min(taken === HEADER ? SEGMENT - HEADER : SEGMENT, total - taken));
          filled = 0;
        }
      }
      await seen(read.value);
    }
    if (taken !== total) {
      throw damaged();
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
