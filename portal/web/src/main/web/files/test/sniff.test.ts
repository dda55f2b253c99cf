import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect, LIMIT, titleOf, typeOf } from "../sniff.ts";

const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, letter => letter.charCodeAt(0));
const file = (content: string | Uint8Array<ArrayBuffer>, name: string, type = ""): File => new File([content], name, { type });
const PDF = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
const JPEG = "\xff\xd8\xff\xe0\x00\x10JFIF\x00";
const PNG = "\x89PNG\r\n\x1a\n\x00\x00";
const WEBP = "RIFF\x10\x00\x00\x00WEBPVP8 ";

test("the bytes say what it is", () => {
  assert.equal(typeOf(bytes(PDF)), "application/pdf");
  assert.equal(typeOf(bytes(`\x00\x01junk${PDF}`)), "application/pdf");
  assert.equal(typeOf(bytes(JPEG)), "image/jpeg");
  assert.equal(typeOf(bytes(PNG)), "image/png");
  assert.equal(typeOf(bytes(WEBP)), "image/webp");
  assert.equal(typeOf(new TextEncoder().encode("Bonjour, مرحبا é\r\n\tligne")), "text/plain");
  assert.equal(typeOf(bytes("MZ\x90\x00\x03\x00")), undefined);
  assert.equal(typeOf(bytes("RIFF\x10\x00\x00\x00WAVEfmt ")), undefined);
  assert.equal(typeOf(bytes("\xff\xfe\xfd")), undefined);
  assert.equal(typeOf(new Uint8Array()), undefined);
});

test("words that speak of a PDF are words", () => {
  assert.equal(typeOf(bytes("about %PDF-1.7 files")), "text/plain");
});

test("a letter cut at the end of what was read is still a text", () => {
  assert.equal(typeOf(new TextEncoder().encode("aé").slice(0, 2)), "text/plain");
});

for (const [name, content, type, expected] of [
  ["carte.pdf", PDF, "application/pdf", "application/pdf"],
  ["carte.PDF", PDF, "", "application/pdf"],
  ["photo.jpeg", JPEG, "image/jpeg", "image/jpeg"],
  ["photo.jpg", JPEG, "image/jpg", "image/jpeg"],
  ["image", PNG, "image/png", "image/png"],
  ["sans-nom", PDF, "", "application/pdf"],
  ["note.txt", "bonjour", "text/plain; charset=utf-8", "text/plain"],
  ["carte.pdf", "MZ\x90\x00", "application/pdf", "typeMismatch"],
  ["carte.pdf", "<html><script>alert(1)</script>", "application/pdf", "typeMismatch"],
  ["photo.png", JPEG, "image/png", "typeMismatch"],
  ["photo.jpg", PDF, "image/jpeg", "typeMismatch"],
  ["note.txt", PDF, "text/plain", "typeMismatch"],
  ["page.html", "<html></html>", "text/html", "unknownType"],
  ["tableau.xlsx", "PK\x03\x04\x00", "", "unknownType"],
  ["programme.exe", PDF, "", "typeMismatch"],
  ["rien.pdf", "", "application/pdf", "emptyFile"],
] as const) {
  test(`${name} (${type}) of ${JSON.stringify(content.slice(0, 6))}: ${expected}`, async () => {
    assert.equal(await inspect(file(bytes(content), name, type)), expected);
  });
}

test("one byte above the limit is too large, the limit itself is not, and neither is read whole", async () => {
  const large = (size: number): File => Object.defineProperty(file(bytes(PDF), "a.pdf"), "size", { value: size });
  assert.equal(await inspect(large(LIMIT + 1)), "tooLarge");
  assert.equal(await inspect(large(LIMIT)), "application/pdf");
});

test("a title from a file name", () => {
  assert.equal(titleOf("ma_carte  d_identité.pdf"), "ma carte d identité");
  assert.equal(titleOf("IMG.2026.jpg"), "IMG.2026");
  assert.ok(titleOf(`${"x".repeat(300)}.pdf`).length <= 80);
});
