import { hex, utf8, type Bytes } from "./bytes.ts";
import { currentEngine } from "./engine.ts";
import { hkdfBytes, hkdfKey, material } from "./hkdf.ts";
import { sha256 } from "./sha256.ts";

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
    stretched = await currentEngine().stretch(password, salt);
    const key = await material(stretched);
    auth = await hkdfBytes(key, "passerelle/1/auth", 32);
    return { authSecret: hex(auth), wrapKey: await hkdfKey(key, "passerelle/1/wrap") };
  } finally {
    password.fill(0);
    stretched?.fill(0);
    auth?.fill(0);
  }
}
