import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { direction, isLanguage, languages, named, sentences, speak, t } from "../index.ts";

const placeholders = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(found => found[0]).sort();

for (const language of languages) {
  test(`${language}: the same sentences as French, none empty, the same placeholders`, () => {
    assert.deepEqual(Object.keys(sentences[language]).sort(), Object.keys(sentences.fr).sort());
    for (const [key, text] of Object.entries(sentences[language])) {
      assert.notEqual(text.trim(), "", key);
      assert.deepEqual(placeholders(text), placeholders(sentences.fr[key] ?? ""), key);
    }
  });
}

test("no sentence stays French by mistake", () => {
  for (const language of languages.filter(other => other !== "fr")) {
    const same = Object.entries(sentences[language]).filter(([key, text]) => text === sentences.fr[key] && text.length > 12);
    assert.deepEqual(same, [], language);
  }
});

test("Arabic is written in Arabic letters", () => {
  for (const [key, text] of Object.entries(sentences.ar)) assert.match(text, /\p{Script=Arabic}/u, key);
});

test("every sentence is used, and every sentence that is used exists", () => {
  const files = ["app", "ui", "views", "i18n"].flatMap(folder => readdirSync(folder).filter(name => name.endsWith(".ts")).map(name => readFileSync(join(folder, name), "utf8"))).join("\n");
  const built = ["message.", "event.", "reason.", "state.", "duration.", "rights.", "proof.", "order.", "kit.wait", "kitMake.", "reopening.", "reopenStage.", "right.", "mandate.", "sent.", "key."];
  const unused = Object.keys(sentences.fr).filter(key => !built.some(start => key.startsWith(start)) && !files.includes(`"${key}"`));
  assert.deepEqual(unused, []);
});

test("values go in as they are, also when they look like placeholders", () => {
  speak("en");
  assert.equal(t("event.paperStored", { papers: "{agency} $& <b>" }), "Added: {agency} $& <b>.");
  assert.equal(t("event.paperStored"), "Added: {papers}.");
});

test("a name falls back to a language its reader may know", () => {
  speak("ar");
  assert.equal(named({ fr: "Accueil", nl: "Onthaal" }, "x"), "Accueil");
  assert.equal(named({ ar: "الاستقبال", fr: "Accueil" }, "x"), "الاستقبال");
  assert.equal(named({}, "x"), "x");
});

test("languages and directions", () => {
  assert.equal(direction("ar"), "rtl");
  assert.equal(direction("de"), "ltr");
  assert.ok(isLanguage("nl"));
  assert.ok(!isLanguage("pl"));
  assert.ok(!isLanguage(undefined));
});
