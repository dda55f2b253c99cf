import { argon2id } from "hash-wasm";
import { hex, utf8, type Bytes } from "./bytes.ts";
import { hkdfBytes, hkdfKey, material } from "./hkdf.ts";
import { sha256 } from "./sha256.ts";

/** Constants of suite 1, in the client: nothing the server says can lower them (T11). */
const ARGON2 = { memorySize: 65536, iterations: 3, parallelism: 1, hashLength: 32 } as const;

/** What a passphrase gives: the secret the identity provider checks, and the key that opens the passphrase slot. */
export interface Derived {
  /** 64 lower hex digits. */
  readonly authSecret: string;
  /** AES-256-GCM, not extractable. */
  readonly wrapKey: CryptoKey;
}

export function normalUsername(username: string): string {
  return username.normalize("NFKC").toLowerCase();
}

export async function derive(realm: string, username: string, passphrase: string): Promise<Derived> {
  const password = utf8(passphrase.normalize("NFKC"));
  let stretched: Bytes | undefined;
  let auth: Bytes | undefined;
  try {
    const salt = await sha256(utf8(`${realm}|${normalUsername(username)}`));
    stretched = Uint8Array.from(await argon2id({ password, salt, ...ARGON2, outputType: "binary" }));
    const key = await material(stretched);
    auth = await hkdfBytes(key, "passerelle/1/auth", 32);
    return { authSecret: hex(auth), wrapKey: await hkdfKey(key, "passerelle/1/wrap") };
  } finally {
    password.fill(0);
    stretched?.fill(0);
    auth?.fill(0);
  }
}
