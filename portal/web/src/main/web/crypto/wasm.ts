import { argon2id, createSHA256 } from "hash-wasm";
import type { Bytes } from "./bytes.ts";
import type { Hasher } from "./engine.ts";

/** Constants of suite 1, in the client: nothing the server says can lower them (T11). */
const ARGON2 = { memorySize: 65536, iterations: 3, parallelism: 1, hashLength: 32 } as const;

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
