import assert from "node:assert/strict";
import { test } from "node:test";
import { derive } from "../derive.ts";
import { evenly, nameSuffix, suggestPassphrase } from "../words.ts";

test("one person, however the name and the passphrase are typed", async () => {
  const [plain, typed] = [await derive("passerelle", "amélie-123-456", "café noir"), await derive("passerelle", "AME\u0301LIE-123-456", "cafe\u0301 noir")];
  assert.match(plain.authSecret, /^[0-9a-f]{64}$/);
  assert.equal(plain.authSecret, typed.authSecret);
  assert.equal(plain.wrapKey.extractable, false);
});

test("another realm, name or passphrase gives another secret", async () => {
  const all = [await derive("passerelle", "a", "p"), await derive("passerelle-7", "a", "p"), await derive("passerelle", "b", "p"), await derive("passerelle", "a", "q")];
  assert.equal(new Set(all.map(one => one.authSecret)).size, 4);
});

test("draws that would favour the first values are thrown away", () => {
  const limit = 2 ** 32 - (2 ** 32 % 1000);
  const draws = [2 ** 32 - 1, limit, limit - 1];
  assert.equal(evenly(1000, () => draws.shift()!), 999);
  assert.equal(draws.length, 0);
});

test("a passphrase is six words of the list", () => {
  const words = Array.from({ length: 512 }, (_, i) => `w${i}`);
  const suggested = suggestPassphrase(words).split("-");
  assert.equal(suggested.length, 6);
  assert.ok(suggested.every(word => words.includes(word)));
  assert.notEqual(suggestPassphrase(words), suggestPassphrase(words));
  assert.throws(() => suggestPassphrase(words.slice(1)));
  assert.match(nameSuffix(), /^-\d{3}-\d{3}$/);
});
