import assert from "node:assert/strict";
import { test } from "node:test";
import { languages, speak, t } from "../../i18n/index.ts";
import { PasserelleError } from "../../wallet/index.ts";
import { failed, sentenceFor } from "../message.ts";

const NAMES = ["wrongPassphrase", "damaged", "accountExists", "tooMany", "sessionEnded", "sessionClosed", "slotWithoutView", "clockSkew", "offline", "tooLarge", "emptyFile", "typeMismatch", "storageFull",
  "unknownRecipientKey", "unknownPaper", "badWindow", "badInput", "loanEnded", "openingRefused", "rootChanged", "notFound", "preconditionFailed", "browserTooOld", "forbidden", "unavailable"];

test("every failure that we name has its own sentence", () => {
  for (const name of NAMES) assert.equal(sentenceFor(name), `message.${name}`);
  assert.equal(new Set(NAMES.map(name => t(sentenceFor(name)))).size, NAMES.length);
});

test("every reason of a refusal has its own sentence", () => {
  for (const reason of ["loanEnded", "loanExpired", "loanNotStarted", "loanPaused", "notInLoan", "actionNotAllowed"]) {
    assert.equal(sentenceFor("openingRefused", reason), `message.openingRefused.${reason}`);
  }
  assert.equal(sentenceFor("openingRefused", "somethingNew"), "message.openingRefused");
});

test("an unknown failure keeps its name and gets the general sentence, and nothing of the error itself", () => {
  assert.equal(failed(new PasserelleError({ name: "teapot" })).name, "teapot");
  assert.equal(sentenceFor("teapot"), "message.unexpected");
  assert.ok(!failed(new Error("secret title")).text().includes("secret"));
});

test("no sentence is left with a hole", () => {
  for (const language of languages) {
    speak(language);
    for (const name of NAMES) assert.doesNotMatch(failed(new PasserelleError({ name, retryAfter: 12, at: "2026-11-22T15:00:00Z" })).text(), /[{}]/, `${language} ${name}`);
  }
});

test("names of what every object has are not sentences", () => {
  assert.equal(sentenceFor("constructor"), "message.unexpected");
});
