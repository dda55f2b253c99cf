import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { languages, speak, t } from "../../i18n/index.ts";
import { tabTitle } from "../tab.ts";

test("the tab, and so the browser's history, names a page of ours and never a paper", () => {
  for (const language of languages) {
    speak(language);
    assert.equal(tabTitle(t("wallet.title")), `${t("wallet.title")} – Passerelle`);
    assert.equal(tabTitle("Jugement de divorce"), "Passerelle");
    assert.equal(tabTitle(""), "Passerelle");
  }
});

/** A readable file that stays on a shared computer is never made without the question that `keep.ts` asks. */
test("one place saves files on the device", () => {
  const saving = ["app", "ui", "views", "wallet", "files"].flatMap(folder => readdirSync(folder).filter(name => name.endsWith(".ts")).map(name => join(folder, name)))
    .filter(file => /import \{[^}]*\bdownload\b[^}]*\} from/.test(readFileSync(file, "utf8")));
  assert.deepEqual(saving, ["app/keep.ts"]);
});

test("no field is a password field where the browser can mask a text", () => {
  for (const file of ["app", "ui", "views"].flatMap(folder => readdirSync(folder).filter(name => name.endsWith(".ts")).map(name => join(folder, name)))) {
    assert.ok(file === join("ui", "secret.ts") || !readFileSync(file, "utf8").includes('"password"'), file);
  }
});
