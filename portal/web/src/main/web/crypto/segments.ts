import { concat, utf8, type Bytes } from "./bytes.ts";
import { hkdfKey, material } from "./hkdf.ts";
import { padme } from "./padme.ts";

/** The numbers of Tink's AES256_GCM_HKDF_1MB. */
export const SEGMENT = 1024 * 1024;
export const TAG = 16;
const SALT = 32;
const PREFIX = 7;
export const HEADER = 1 + SALT + PREFIX;
const FIRST = SEGMENT - HEADER - TAG;
const REST = SEGMENT - TAG;
/** 100 MiB of content. */
export const LIMIT = 100 * 1024 * 1024;
/** u64 big-endian: the true length, sealed with the content. */
export const LENGTH = 8;

export function paddedLength(size: number): number {
  return padme(LENGTH + size);
}

export function segmentCount(plaintext: number): number {
  return plaintext <= FIRST ? 1 : 1 + Math.ceil((plaintext - FIRST) / REST);
}

/** How much plaintext the segment holds that begins at a place, unless it is the last. */
export function plaintextLength(at: number): number {
  return at === 0 ? FIRST : REST;
}

export function ciphertextLength(size: number): number {
  const plaintext = paddedLength(size);
  return HEADER + plaintext + TAG * segmentCount(plaintext);
}

/** Binds every byte to its paper and version: another paper's bytes do not open (T6, T8). */
export function associatedData(paper: string, version: number): Bytes {
  return utf8(`passerelle/1|${paper}|${version}`);
}

export interface SegmentCipher {
  readonly header: Bytes;
  nonce(i: number, last: boolean): Bytes;
  readonly key: CryptoKey;
}

/** `header` is fresh when sealing and the file's own when opening. */
export async function segmentCipher(dek: Bytes, header: Bytes, aad: Bytes): Promise<SegmentCipher> {
  if (header.length !== HEADER || header[0] !== HEADER || dek.length !== 32) {
    throw new Error("not an envelope of this suite");
  }
  const prefix = header.slice(1 + SALT);
  return {
    header,
    key: await hkdfKey(await material(dek), aad, header.slice(1, 1 + SALT)),
    nonce: (i, last) => {
      const tail = new Uint8Array(5);
      new DataView(tail.buffer).setUint32(0, i);
      tail[4] = last ? 1 : 0;
      return concat(prefix, tail);
    },
  };
}
