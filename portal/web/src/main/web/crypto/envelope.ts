import { ahead } from "./ahead.ts";
import { b64u, concat, random, type Bytes } from "./bytes.ts";
import { damaged, fail, orDamaged } from "./failure.ts";
import { pieces } from "./pieces.ts";
import { associatedData, ciphertextLength, HEADER, LENGTH, LIMIT, paddedLength, SEGMENT, plaintextLength, segmentCipher, segmentCount, type SegmentCipher } from "./segments.ts";
import { hasher } from "./sha256.ts";

export interface Sealed {
  /** Kept by the browser, on disk when large: never whole in the memory of the script. */
  readonly ciphertext: Blob;
  /** SHA-256 of the whole ciphertext, base64url. */
  readonly hash: string;
}

export interface Expected {
  readonly paper: string;
  readonly version: number;
  readonly hash: string;
}

/** Seals a content under its own key. Empty content is `emptyFile`, more than 100 MiB `tooLarge`. */
export async function sealPaper(content: Blob, dek: Bytes, paper: string, version: number, progress?: (fraction: number) => void): Promise<Sealed> {
  if (content.size === 0) {
    throw fail("emptyFile");
  }
  if (content.size > LIMIT) {
    throw fail("tooLarge");
  }
  const cipher = await segmentCipher(dek, concat(Uint8Array.of(HEADER), random(HEADER - 1)), associatedData(paper, version));
  return sealUnder(cipher, content, progress);
}

/** Segments that are kept in one piece: the browser pays for each piece, not for each byte. */
const GROUP = 4;

/** With a cipher whose header was never used before. */
export async function sealUnder(cipher: SegmentCipher, content: Blob, progress?: (fraction: number) => void): Promise<Sealed> {
  const plain = framed(content);
  const segments = segmentCount(plain.size);
  const hash = await hasher();
  await hash.update(cipher.header.slice());
  const kept = new Grouped(cipher.header);
  let sealed = 0;
  for await (const segment of ahead(pieces(plain.stream(), plain.size, plaintextLength), (bytes, i) => sealSegment(cipher, bytes, i, i === segments - 1))) {
    // First kept, then handed to the hash, which takes the bytes over.
    for (const given of kept.add(segment, ++sealed === segments)) {
      await hash.update(given);
    }
    progress?.(sealed / segments);
  }
  return { ciphertext: kept.whole(), hash: b64u(await hash.finish()) };
}

async function sealSegment(cipher: SegmentCipher, bytes: Bytes, i: number, last: boolean): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv: cipher.nonce(i, last) }, cipher.key, bytes));
}

/** What the browser keeps for us, on disk when it is much: never whole in the memory of the script. */
class Grouped {
  readonly #parts: Blob[];
  #group: Bytes[] = [];

  constructor(...first: readonly Bytes[]) {
    this.#parts = [new Blob([...first])];
  }

  /** The segments that are kept by now and were not before. */
  add(segment: Bytes, last: boolean): readonly Bytes[] {
    this.#group.push(segment);
    if (this.#group.length < GROUP && !last) {
      return [];
    }
    const group = this.#group;
    this.#group = [];
    this.#parts.push(new Blob(group));
    return group;
  }

  whole(): Blob {
    return new Blob(this.#parts);
  }
}

/**
 * Opens a paper. Nothing is handed out before the last byte is checked: hash, every segment and its place, the end, the
 * sealed length and the padding. Cut, extended, reordered, swapped or foreign bytes are all `damaged`.
 */
export function openPaper(ciphertext: ReadableStream<Bytes>, dek: Bytes, expected: Expected & { readonly size: number }, type: string): Promise<Blob> {
  return orDamaged(async () => {
    const content = await open(ciphertext, ciphertextLength(expected.size), dek, expected, type);
    return content.size === expected.size ? content : refuse();
  });
}

/** As `openPaper`, for an object of which only the hash is known beforehand. */
export function openObject(ciphertext: Blob, dek: Bytes, expected: Expected, type: string): Promise<Blob> {
  return orDamaged(() => open(ciphertext.stream(), ciphertext.size, dek, expected, type));
}

async function open(ciphertext: ReadableStream<Bytes>, total: number, dek: Bytes, { paper, version, hash }: Expected, type: string): Promise<Blob> {
  const hashed = await hasher();
  const source = pieces(ciphertext, total, taken => (taken === 0 ? HEADER : taken === HEADER ? SEGMENT - HEADER : SEGMENT), hashed.update);
  try {
    const header = (await source.next()).value ?? refuse();
    const cipher = await segmentCipher(dek, header, associatedData(paper, version));
    const segments = Math.ceil(total / SEGMENT);
    const openSegment = async (bytes: Bytes, i: number): Promise<Bytes> =>
      new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv: cipher.nonce(i, i === segments - 1) }, cipher.key, bytes));
    const kept = new Grouped();
    let opened = 0;
    for await (const segment of ahead(source, openSegment)) {
      kept.add(segment, ++opened === segments);
    }
    return opened === segments && b64u(await hashed.finish()) === hash ? await unframed(kept.whole(), type) : refuse();
  } finally {
    // Lets the download go, wherever it failed.
    await source.return(undefined);
  }
}

function framed(content: Blob): Blob {
  const length = new DataView(new ArrayBuffer(LENGTH));
  length.setBigUint64(0, BigInt(content.size));
  return new Blob([length.buffer, content, new Uint8Array(paddedLength(content.size) - LENGTH - content.size)]);
}

async function unframed(plain: Blob, type: string): Promise<Blob> {
  const size = Number(new DataView(await plain.slice(0, LENGTH).arrayBuffer()).getBigUint64(0));
  const padding = new Uint8Array(await plain.slice(LENGTH + size).arrayBuffer());
  if (size > LIMIT || plain.size !== paddedLength(size) || padding.some(byte => byte !== 0)) {
    return refuse();
  }
  return plain.slice(LENGTH, LENGTH + size, type);
}

function refuse(): never {
  throw damaged();
}
