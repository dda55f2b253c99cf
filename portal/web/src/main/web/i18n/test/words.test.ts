import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { suggestPassphrase } from "../../crypto/words.ts";
import { languages } from "../index.ts";
import { hue, threeWords, words } from "../words.ts";

const bare = (word: string): string => word.normalize("NFD").replace(/\p{M}/gu, "").replace(/[أإآ]/gu, "ا").replace(/ة/gu, "ه").replace(/ى/gu, "ي");

for (const language of languages) {
  test(`${language}: 512 words, all different also without accents, short, of letters only`, () => {
    const list = words(language);
    assert.equal(list.length, 512);
    assert.equal(new Set(list.map(bare)).size, 512);
    for (const word of list) assert.match(word, /^\p{L}{3,8}$/u);
    for (const word of list) assert.equal(word, word.normalize("NFKC"));
    if (language !== "de") for (const word of list) assert.equal(word, word.toLowerCase());
  });
  test(`${language}: six of them make a passphrase that is long enough`, () => {
    const passphrase = suggestPassphrase(words(language));
    assert.equal(passphrase.split("-").length, 6);
    assert.ok(passphrase.length >= 12);
  });
}

test("a stranger keeps the same words, and ids spread over words and colours", () => {
  const ids = Array.from({ length: 6000 }, (_, i) => createHash("sha256").update(String(i)).digest().subarray(0, 16).toString("base64url"));
  assert.equal(threeWords("Zk3vX9pQw2LmN4bT7yUo1A", "fr"), threeWords("Zk3vX9pQw2LmN4bT7yUo1A", "fr"));
  assert.equal(new Set(ids.map(id => threeWords(id, "nl").split(" · ")[0])).size, 512);
  assert.equal(new Set(ids.map(id => hue(id, 8))).size, 8);
  for (const id of ids) assert.ok(!threeWords(id, "ar").includes("undefined"));
});
