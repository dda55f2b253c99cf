import assert from "node:assert/strict";
import { test } from "node:test";
import { languages, speak } from "../../i18n/index.ts";
import type { LogEvent } from "../../wallet/types.ts";
import { sentence } from "../log-sentence.ts";

const opening: LogEvent = {
  index: 7, type: "opening", at: "2026-11-22T15:00:00Z", loan: "l", papers: [{ id: "p", title: "Bail", kind: "lease" }], agency: "cpas-molenbeek",
  agencyName: "CPAS", function: "accueil", functionName: "Accueil", purpose: "housingSearch", by: "worker", strange: false, salt: "s", text: "{}",
};

test("who opened what, for what", () => {
  speak("en");
  assert.match(sentence(opening), /^Opened by worker \(CPAS – Accueil\): Bail\. For: /);
});

test("keeping a copy is told apart from looking", () => {
  speak("en");
  assert.match(sentence({ ...opening, action: "save" }), /^Copy kept by worker \(CPAS – Accueil\): Bail\./);
});

test("a refusal says why, also for a reason we do not know yet", () => {
  speak("fr");
  assert.match(sentence({ ...opening, type: "openingRefused", reason: "loanEnded" }), /déjà repris/);
  assert.match(sentence({ ...opening, type: "openingRefused", reason: "newReason" }), /pas permis/);
});

test("what has no title is not said to be deleted when it may be small pictures", () => {
  speak("en");
  assert.match(sentence({ ...opening, type: "paperStored", papers: [{ id: "b" }] }), /small pictures/);
  assert.match(sentence({ ...opening, type: "paperStored" }), /^Added: Bail\./);
});

test("no type of event, known or not, leaves a hole in a sentence", () => {
  const { purpose: _purpose, by: _by, agency: _agency, agencyName: _name, ...bare } = opening;
  for (const language of languages) {
    speak(language);
    for (const type of ["accountOpened", "paperStored", "paperDeleted", "loanGiven", "opening", "openingRefused", "loanEnded", "loanExpired", "maskSet", "maskEnded", "keysetChanged", "brandNew"]) {
      assert.doesNotMatch(sentence({ ...bare, type }), /[{}]|undefined/, `${language} ${type}`);
    }
  }
});
