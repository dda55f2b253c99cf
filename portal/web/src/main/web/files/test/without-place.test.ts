import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyPlace, withoutPlace } from "../without-place.ts";

const PLACE = "50 51 21";

/** A photo's header with an orientation and a GPS block of one latitude, in either byte order. */
function photo(little: boolean): Uint8Array<ArrayBuffer> {
  const tiff = new DataView(new ArrayBuffer(8 + 2 + 24 + 4 + 2 + 12 + 4 + PLACE.length));
  tiff.setUint16(0, little ? 0x4949 : 0x4d4d);
  tiff.setUint16(2, 42, little);
  tiff.setUint32(4, 8, little);
  tiff.setUint16(8, 2, little);
  entry(10, 0x0112, 3, 1, 6);
  entry(22, 0x8825, 4, 1, 38);
  tiff.setUint16(38, 1, little);
  entry(40, 2, 2, PLACE.length, 56);
  [...PLACE].forEach((letter, index) => tiff.setUint8(56 + index, letter.charCodeAt(0)));
  const head = [0xff, 0xd8, 0xff, 0xe1, 0, tiff.byteLength + 8, ...Buffer.from("Exif\0\0", "latin1")];
  return Uint8Array.from([...head, ...new Uint8Array(tiff.buffer), 0xff, 0xda, 1, 2, 3]);

  function entry(at: number, tag: number, type: number, count: number, value: number): void {
    tiff.setUint16(at, tag, little);
    tiff.setUint16(at + 2, type, little);
    tiff.setUint32(at + 4, count, little);
    tiff.setUint32(at + 8, value, little);
  }
}

const says = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes(PLACE);

for (const little of [true, false]) {
  test(`the place goes, the orientation and the picture stay (${little ? "little" : "big"} endian)`, async () => {
    const before = photo(little);
    assert.ok(says(before));
    const after = new Uint8Array(await (await withoutPlace(new Blob([before], { type: "image/jpeg" }))).arrayBuffer());
    assert.ok(!says(after));
    assert.equal(after.length, before.length);
    assert.deepEqual(after.slice(0, 32), before.slice(0, 32));
    assert.deepEqual(after.slice(-5), before.slice(-5));
  });
}

test("a photo without a place, and anything that is no photo, stay as they are", async () => {
  for (const bytes of [Uint8Array.of(0xff, 0xd8, 0xff, 0xda, 1), Uint8Array.of(0xff, 0xd8), new Uint8Array(), photo(true).slice(0, 40)]) {
    const blob = new Blob([bytes]);
    assert.equal(await withoutPlace(blob), blob);
  }
});

test("a lying header cannot make it write outside or run for ever", () => {
  for (let at = 0; at < 90; at++) {
    const bytes = photo(true);
    bytes.fill(0xff, at, at + 4);
    emptyPlace(bytes);
  }
});
