import { argon2id, createSHA256 } from "hash-wasm";
import type { Bytes } from "./bytes.ts";
import type { Hasher } from "./engine.ts";
import { ARGON2 } from "./suite.ts";

/** Argon2id on the thread that calls it. */
export async function stretchHere(password: Bytes, salt: Bytes): Promise<Bytes> {
  return Uint8Array.from(await argon2id({ password, salt, ...ARGON2, outputType: "binary" }));
}

/** SHA-256 on the thread that calls it. */
export async function hasherHere(): Promise<Hasher> {
  const state = (await createSHA256()).init();
  return {
    update: async data => {
      state.update(data);
    },
    finish: async () => Uint8Array.from(state.digest("binary")),
  };
}
