import assert from "node:assert/strict";
import { test } from "node:test";
import { refused } from "../../crypto/test/support.ts";
import { pack, unpack, type Piece } from "../archive.ts";

async function* pieces(): AsyncGenerator<Piece> {
  yield { path: "index.html", content: new Blob(["<!doctype html>"]) };
  yield { path: "papiers/Carte d’identité.txt", content: new Blob(["une carte"]) };
}

const archive = await pack(pieces(), "une phrase de passe");

test("what was packed comes out with the password, and with no other", async () => {
  const inside = await unpack(archive, "une phrase de passe");
  assert.deepEqual(inside.paths, ["index.html", "papiers/Carte d’identité.txt"]);
  assert.equal(await (await inside.read("papiers/Carte d’identité.txt", 100))?.text(), "une carte");
  assert.equal(await inside.read("nowhere", 100), undefined);
  await refused(() => inside.read("index.html", 3), "tooLarge");
  await refused(() => unpack(archive, "une autre"), "wrongArchivePassword");
});

test("neither words nor titles can be read without it", async () => {
  const bytes = Buffer.from(await archive.arrayBuffer()).toString("latin1");
  for (const planted of ["une carte", "index.html", "Carte d", "papiers"]) {
    assert.ok(!bytes.includes(planted), planted);
  }
  // WinZip AES (0x9901), strength 3: 256 bits.
  assert.match(bytes, /\x01\x99\x07\x00[\x01\x02]\x00AE\x03/);
});

test("a changed byte is refused, and so is what is no archive", async () => {
  const bytes = new Uint8Array(await archive.arrayBuffer());
  bytes[200] = (bytes[200] ?? 0) ^ 1;
  await refused(() => unpack(new Blob([bytes]), "une phrase de passe"), "notAnArchive");
  await refused(() => unpack(new Blob(["%PDF-1.7"]), "x"), "notAnArchive");
});
