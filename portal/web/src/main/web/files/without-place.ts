/**
 * A photo without the place where it was taken: phones write it into the file, and a lent photo would tell where somebody sleeps. The GPS block of the
 * EXIF header is emptied in place (EXIF 2.32, tag 0x8825); the picture, its orientation and its size in bytes stay as they were.
 */
export async function withoutPlace(photo: Blob): Promise<Blob> {
  const head = new Uint8Array(await photo.slice(0, 262_144).arrayBuffer());
  return emptyPlace(head) ? new Blob([head, photo.slice(head.length)], { type: photo.type }) : photo;
}

/** Empties the GPS block within the bytes; true when there was one. Anything it does not understand it leaves alone. */
export function emptyPlace(bytes: Uint8Array): boolean {
  try {
    const exif = exifAt(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return exif !== undefined && emptyIn(exif);
  } catch (outside) {
    if (outside instanceof RangeError) return false;
    throw outside;
  }
}

function exifAt(view: DataView): DataView | undefined {
  for (let at = 2; at + 4 < view.byteLength && view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xda) return undefined;
    if (marker === 0xe1 && view.getUint32(at + 4) === 0x45786966) {
      return new DataView(view.buffer, view.byteOffset + at + 10, view.getUint16(at + 2) - 8);
    }
  }
  return undefined;
}

function emptyIn(tiff: DataView): boolean {
  const little = tiff.getUint16(0) === 0x4949;
  const first = tiff.getUint32(4, little);
  for (const entry of entries(tiff, first, little)) {
    if (tiff.getUint16(entry, little) !== 0x8825) continue;
    const place = tiff.getUint32(entry + 8, little);
    for (const inner of entries(tiff, place, little)) {
      const bytes = SIZES[tiff.getUint16(inner + 2, little)] ?? 1;
      const length = bytes * tiff.getUint32(inner + 4, little);
      clear(tiff, length > 4 ? tiff.getUint32(inner + 8, little) : inner + 8, length);
      clear(tiff, inner, 12);
    }
    tiff.setUint16(place, 0, little);
    return true;
  }
  return false;
}

/** Bytes of one value by the type of a TIFF field. */
const SIZES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8 };

function entries(tiff: DataView, directory: number, little: boolean): number[] {
  return Array.from({ length: tiff.getUint16(directory, little) }, (_, index) => directory + 2 + 12 * index);
}

function clear(tiff: DataView, from: number, length: number): void {
  for (let at = from; at < Math.min(from + length, tiff.byteLength); at++) tiff.setUint8(at, 0);
}
