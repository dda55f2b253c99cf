import type { Bytes } from "./bytes.ts";
import { damaged } from "./failure.ts";

/**
 * Cuts a stream into pieces of exact sizes; refuses one byte more or less than `total`. A piece is good until the next one is asked for: WebCrypto copies
 * what it is given before it returns, so one buffer serves all pieces of a size.
 *
 * @param next size of the piece that begins at a place, as long as there is that much
 * @param seen takes over what was read
 */
export async function* pieces(source: ReadableStream<Bytes>, total: number, next: (taken: number) => number, seen?: (bytes: Bytes) => Promise<void>): AsyncGenerator<Bytes, undefined> {
  const reader = source.getReader();
  try {
    let taken = 0;
    let filled = 0;
    let piece = new Uint8Array(Math.min(next(0), total));
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
          const size = Math.min(next(taken), total - taken);
          piece = piece.length === size ? piece : new Uint8Array(size);
          filled = 0;
        }
      }
      await seen?.(read.value);
    }
    if (taken !== total) {
      throw damaged();
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
