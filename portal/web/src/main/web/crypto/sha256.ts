import { b64u, concat, utf8, type Bytes } from "./bytes.ts";
import { currentEngine, type Hasher } from "./engine.ts";

export async function sha256(data: Uint8Array<ArrayBuffer>): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", data));
}

/** base64url of the hash of a text's UTF-8, as the manifest chain uses it. */
export async function hashOfText(text: string): Promise<string> {
  return b64u(await sha256(utf8(text)));
}

/** Most papers are smaller than this: they are hashed at once, by the browser itself, which is several times faster. */
const AT_ONCE = 16 * 1024 * 1024;

/** WebCrypto cannot hash piece by piece, and a large paper is never held whole: beyond `AT_ONCE` the pieces go through the engine. */
export async function hasher(): Promise<Hasher> {
  let held: Bytes[] = [];
  let size = 0;
  let state: Hasher | undefined;
  return {
    update: async data => {
      size += data.length;
      if (state === undefined && size <= AT_ONCE) {
        held.push(data);
        return;
      }
      state ??= await currentEngine().hasher();
      for (const piece of [...held.splice(0), data]) {
        await state.update(piece);
      }
    },
    finish: async () => {
      const all = held;
      held = [];
      return state === undefined ? sha256(concat(...all)) : state.finish();
    },
  };
}
