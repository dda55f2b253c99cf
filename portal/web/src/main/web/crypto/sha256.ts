import { createSHA256 } from "hash-wasm";
import { b64u, concat, utf8, type Bytes } from "./bytes.ts";

export async function sha256(data: Uint8Array<ArrayBuffer>): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", data));
}

/** base64url of the hash of a text's UTF-8, as the manifest chain uses it. */
export async function hashOfText(text: string): Promise<string> {
  return b64u(await sha256(utf8(text)));
}

export interface Hasher {
  update(data: Bytes): void;
  finish(): Promise<Bytes>;
}

/** Most papers are smaller than this: they are hashed at once, by the browser itself, which is several times faster. */
const AT_ONCE = 16 * 1024 * 1024;

/** WebCrypto cannot hash piece by piece, and a large paper is never held whole: beyond `AT_ONCE` the pieces go through hash-wasm. */
export async function hasher(): Promise<Hasher> {
  const state = (await createSHA256()).init();
  let held: Bytes[] | undefined = [];
  let size = 0;
  return {
    update: data => {
      size += data.length;
      if (held !== undefined && size <= AT_ONCE) {
        held.push(data);
        return;
      }
      held?.forEach(earlier => state.update(earlier));
      held = undefined;
      state.update(data);
    },
    finish: async () => (held === undefined ? Uint8Array.from(state.digest("binary")) : sha256(concat(...held))),
  };
}
