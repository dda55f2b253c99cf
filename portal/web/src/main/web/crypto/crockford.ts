import { concat, equal, type Bytes } from "./bytes.ts";
import { fail } from "./failure.ts";
import { sha256 } from "./sha256.ts";

/** Crockford's base32: no I, L, O or U, so that what is read aloud or typed from paper is read in one way only. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Whole groups of five bits only: 5 bytes make 8 letters. */
export function crockford(bytes: Uint8Array): string {
  let text = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) {
      text += LETTERS.charAt((held >> (bits - 5)) & 31);
    }
    held &= 31;
  }
  return bits === 0 ? text : text + LETTERS.charAt((held << (5 - bits)) & 31);
}

/** As a person may have typed it: any case, spaces and hyphens anywhere, O for 0, I and L for 1. Undefined for what cannot be one. */
export function normalCrockford(typed: string): string | undefined {
  const text = typed.normalize("NFKC").toUpperCase().replace(/[\s\p{Pd}]/gu, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]+$/.test(text) ? text : undefined;
}

/** Exactly so many bytes; undefined for other letters, another length, or leftover bits that are not zero. */
export function fromCrockford(typed: string, length: number): Bytes | undefined {
  const text = normalCrockford(typed);
  if (text === undefined || text.length !== Math.ceil((length * 8) / 5)) {
    return undefined;
  }
  const bytes = new Uint8Array(length);
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const letter of text) {
    held = (held << 5) | LETTERS.indexOf(letter);
    for (bits += 5; bits >= 8; bits -= 8) {
      bytes[at++] = (held >> (bits - 8)) & 255;
    }
    held &= (1 << bits) - 1;
  }
  return held === 0 ? bytes : undefined;
}

/** In fours, as it is printed. */
export function grouped(text: string): string {
  return (text.match(/.{1,4}/g) ?? []).join(" ");
}

/** With the first four bytes of its SHA-256: a letter mistyped is noticed before anything is tried with it. */
export async function withCheck(bytes: Bytes): Promise<string> {
  return crockford(concat(bytes, (await sha256(bytes)).slice(0, 4)));
}

/** The bytes of a text with its check; `mistyped` when it does not fit. */
export async function checked(typed: string, length: number): Promise<Bytes> {
  const all = fromCrockford(typed, length + 4);
  const bytes = all?.slice(0, length);
  if (all === undefined || bytes === undefined || !equal((await sha256(bytes)).slice(0, 4), all.slice(length))) {
    throw fail("mistyped");
  }
  return bytes;
}
