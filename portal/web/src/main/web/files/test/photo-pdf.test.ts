import assert from "node:assert/strict";
import { test } from "node:test";
import { photoPdf } from "../photo-pdf.ts";

const jpeg = (bytes: number): Blob => new Blob([new Uint8Array(bytes).fill(0xff)]);

test("every object stands where the table says, and each photo has its page", async () => {
  const bytes = Buffer.from(await photoPdf([{ jpeg: jpeg(100), width: 1000, height: 2000 }, { jpeg: jpeg(30), width: 2000, height: 1000 }]).arrayBuffer());
  const text = bytes.toString("latin1");
  const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)![1]);
  const places = [...text.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map(row => Number(row[1]));
  assert.equal(places.length, 2 + 2 * 3);
  places.forEach((at, i) => assert.ok(text.startsWith(`${i + 1} 0 obj\n`, at), String(i)));
  assert.match(text, /\/Count 2 \/Kids \[3 0 R 6 0 R\]/);
  assert.match(text, /\/MediaBox \[0 0 595 1190\]/);
  assert.match(text, /\/MediaBox \[0 0 595 298\]/);
  assert.match(text, /\/Length 100 >>\nstream\n\xff{100}\nendstream/);
  assert.doesNotMatch(text, /Info|Date|Producer|Author/);
});
