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
  const secret = await passphraseSecret(realm, username, passphrase);
  try {
    return await derivedFrom(secret);
  } finally {
    secret.fill(0);
  }
}

/** The 32 bytes a passphrase is stretched to: the secret of the passphrase slot. The caller zeroes them. */
export async function passphraseSecret(realm: string, username: string, passphrase: string): Promise<Bytes> {
  const password = utf8(passphrase.normalize("NFKC"));
  try {
    return await currentEngine().stretch(password, await sha256(utf8(`${realm}|${normalUsername(username)}`)));
  } finally {
    password.fill(0);
  }
}

export async function derivedFrom(secret: Bytes): Promise<Derived> {
  const key = await material(secret);
  const auth = await hkdfBytes(key, "passerelle/1/auth", 32);
  try {
    return { authSecret: hex(auth), wrapKey: await hkdfKey(key, "passerelle/1/wrap") };
  } finally {
    auth.fill(0);
  }
}
