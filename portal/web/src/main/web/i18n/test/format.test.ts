import assert from "node:assert/strict";
import { test } from "node:test";
import { day, moment, percent, seconds, size, span } from "../format.ts";
import { languages, speak } from "../index.ts";

test("a day stays that day, whatever the clock's zone", () => {
  speak("en");
  assert.equal(day("2026-11-22"), "22 November 2026");
  speak("fr");
  assert.equal(day("2026-01-01"), "1 janvier 2026");
});

test("Arabic is written with the digits that stand on Belgian papers", () => {
  speak("ar");
  assert.match(moment("2026-11-22T15:00:00Z"), /2026/);
  assert.match(size(2_400_000), /2[.,٫]4/);
});

test("time left is rounded down and never zero", () => {
  speak("en");
  assert.equal(span(86_400_000 * 2 + 5), "2 days");
  assert.equal(span(86_399_999), "23 hours");
  assert.equal(span(7_200_000), "2 hours");
  assert.equal(span(10), "1 minute");
});

test("plural forms are those of the language", () => {
  const forms = (["fr", "nl", "en", "de", "ar"] as const).map(language => {
    speak(language);
    return seconds(30);
  });
  assert.equal(new Set(forms).size, 5);
});

test("sizes as people read them", () => {
  speak("en");
  assert.equal(size(0), "0 kB");
  assert.equal(size(1), "1 kB");
  assert.equal(size(345_678), "346 kB");
  assert.equal(size(104_857_600), "104.9 MB");
  assert.equal(percent(0.254), "25%");
});

test("what is no date is shown as it came, in every language", () => {
  for (const language of languages) {
    speak(language);
    assert.equal(moment("soon"), "soon");
  }
});
