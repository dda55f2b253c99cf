import { utf8, type Bytes } from "./bytes.ts";

const EMPTY = new Uint8Array(0);

/** Key material for HKDF-SHA256 (RFC 5869) that scripts can use and not read. The caller zeroes the bytes. */
export async function material(bytes: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", bytes, "HKDF", false, ["deriveBits", "deriveKey"]);
}

export async function hkdfBytes(key: CryptoKey, info: string | Bytes, length: number, salt: Bytes = EMPTY): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.deriveBits(params(info, salt), key, length * 8));
}

/** An AES-256-GCM key that cannot be exported. */
export async function hkdfKey(key: CryptoKey, info: string | Bytes, salt: Bytes = EMPTY): Promise<CryptoKey> {
  return crypto.subtle.deriveKey(params(info, salt), key, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

function params(info: string | Bytes, salt: Bytes): HkdfParams {
  return { name: "HKDF", hash: "SHA-256", salt, info: typeof info === "string" ? utf8(info) : info };
}
