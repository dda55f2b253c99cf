/** WebCrypto wants bytes that are surely not shared between threads. */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export function utf8(text: string): Bytes {
  return encoder.encode(text);
}

/** Refuses what is not UTF-8: a replaced character would be read as something nobody wrote. */
export function fromUtf8(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

export function random(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** A binary id: 16 random bytes, 22 characters. */
export function randomId(): string {
  return b64u(random(16));
}

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Not constant in time: for hashes and ids, never for secrets. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join("");
}

export function base64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) {
    text += String.fromCharCode(byte);
  }
  return btoa(text);
}

export function b64u(bytes: Uint8Array): string {
  return base64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Strict: one text for one value, so that no two spellings of an id or a hash pass as different. */
export function fromBase64(text: string): Bytes {
  const bytes = Uint8Array.from(atob(text), char => char.charCodeAt(0));
  if (base64(bytes) !== text) {
    throw new Error("not canonical base64");
  }
  return bytes;
}

/** Strict, as `fromBase64`; no padding. */
export function fromB64u(text: string): Bytes {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) {
    throw new Error("not base64url");
  }
  const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), char => char.charCodeAt(0));
  if (b64u(bytes) !== text) {
    throw new Error("not canonical base64url");
  }
  return bytes;
}
