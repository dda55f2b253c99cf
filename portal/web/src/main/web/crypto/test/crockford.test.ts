import assert from "node:assert/strict";
import { test } from "node:test";
import { random } from "../bytes.ts";
import { checked, crockford, fromCrockford, grouped, withCheck } from "../crockford.ts";
import { refused } from "./support.ts";

test("known values, and every length there and back", () => {
  assert.equal(crockford(Uint8Array.of(0xff)), "ZW");
  assert.equal(crockford(Uint8Array.of(0x00, 0x44, 0x32, 0x14, 0xc7)), "01234567");
  for (let length = 1; length < 90; length++) {
    const bytes = random(length);
    assert.deepEqual(fromCrockford(crockford(bytes), length), bytes);
  }
});

test("hands are forgiven, slips of the pen are not", async () => {
  const bytes = random(16);
  const text = await withCheck(bytes);
  assert.equal(text.length, 32);
  const byHand = grouped(text).toLowerCase().replaceAll("0", "o").replaceAll("1", "l").replaceAll(" ", "\u2011");
  assert.deepEqual(await checked(byHand, 16), bytes);
  for (let at = 0; at < text.length; at++) {
    await refused(() => checked(text.slice(0, at) + (text[at] === "Z" ? "Y" : "Z") + text.slice(at + 1), 16), "mistyped");
  }
  for (let at = 1; at < text.length; at++) {
    const swapped = text.slice(0, at - 1) + text[at] + text[at - 1] + text.slice(at + 1);
    if (swapped !== text) {
      await refused(() => checked(swapped, 16), "mistyped");
    }
  }
  for (const wrong of ["", text.slice(1), `${text}0`, text.replace(/.$/, "U"), text.replace(/^./, "é")]) {
    await refused(() => checked(wrong, 16), "mistyped");
  }
});
