import { createSHA256 } from "hash-wasm";
import { b64u, utf8, type Bytes } from "./bytes.ts";

export async function sha256(data: Uint8Array<ArrayBuffer>): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", data));
}

/** base64url of the hash of a text's UTF-8, as the manifest chain uses it. */
export async function hashOfText(text: string): Promise<string> {
  return b64u(await sha256(utf8(text)));
}

export interface Hasher {
  update(data: Uint8Array): void;
  finish(): Bytes;
}

/** WebCrypto cannot hash piece by piece, and a paper is never held whole. */
export async function hasher(): Promise<Hasher> {
  const state = (await createSHA256()).init();
  return {
    update: data => void state.update(data),
    finish: () => Uint8Array.from(state.digest("binary")),
  };
}
