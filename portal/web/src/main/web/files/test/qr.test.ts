import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, test } from "node:test";
import { decode, encode, type Pixels, type QrPicture } from "../qr-codes.ts";

/** Draws the SVG path as a printer would, `scale` pixels a module. */
function drawn({ size, path }: QrPicture, scale: number): Pixels {
  const width = size * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
      for (let at = Number(x) * scale; at < (Number(x) + Number(length)) * scale; at++) data.fill(0, (row * width + at) * 4, (row * width + at) * 4 + 3);
    }
  }
  return { width, height: width, data };
}

describe("QR codes", () => {
  for (const text of ["A", "7K3M-2Q9X", "https://localhost/sign-in?lang=fr#phone." + "x".repeat(70), "žluťoučký – بطاقتي – Straße", randomBytes(400).toString("base64url")]) {
    test(`${text.length} letters come back from the drawing`, () => {
      for (const scale of [3, 4]) assert.equal(decode(drawn(encode(text), scale)), text);
    });
  }

  test("the path draws nothing into the quiet zone", () => {
    const { size, path } = encode("quiet");
    for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
      assert.ok(Number(x) >= 4 && Number(x) + Number(length) <= size - 4 && Number(y) >= 4 && Number(y) < size - 4);
    }
  });

  test("a stain does not hide it", () => {
    const picture = drawn(encode("a card that lived in a pocket for a year"), 6);
    const from = Math.floor(picture.width * 0.55);
    for (let y = from; y < from + picture.width / 10; y++) picture.data.fill(128, (y * picture.width + from) * 4, (y * picture.width + from + picture.width / 10) * 4);
    assert.equal(decode(picture, true), "a card that lived in a pocket for a year");
  });

  test("no code is no text", () => {
    assert.equal(decode({ width: 200, height: 200, data: new Uint8ClampedArray(160_000).fill(255) }), undefined);
    assert.equal(decode({ width: 64, height: 64, data: new Uint8ClampedArray(randomBytes(16_384)) }, true), undefined);
  });
});
