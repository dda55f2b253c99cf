import assert from "node:assert/strict";
import { test } from "node:test";
import { fold } from "../../i18n/fold.ts";
import type { Paper } from "../../wallet/types.ts";
import { daysLeft, ending, found, ordered } from "../paper-list.ts";

const paper = (title: string, kind: string, more: Partial<Paper> = {}): Paper => ({ id: title, version: 1, title, kind, type: "application/pdf", size: 1, added: "2026-11-22T15:00:00Z", ...more });
const card = paper("Ma carte", "identityCard", { added: "2026-11-20T15:00:00Z", expires: "2026-12-01" });
const lease = paper("Bail rue du Pont", "lease", { expires: "2026-11-20" });
const slip = paper("Fiche n° 12", "incomeProof", { added: "2026-11-21T15:00:00Z", expires: "2027-06-01" });
const all = [card, lease, slip];
const titles = (papers: readonly Paper[]): string[] => papers.map(one => one.title);
// At noon, wherever the test runs: days are counted by the calendar of the place.
const NOW = Date.parse("2026-11-22T12:00:00");

test("words are found however they are written", () => {
  assert.equal(fold("ÉLÈVE  Straße"), "eleve strasse");
  assert.equal(fold("بِطاقة الهُويّة"), fold("بطاقه الهويه"));
  assert.equal(fold("أحمد إلى آخر ـــ ١٢"), "احمد الي اخر 12");
  assert.equal(fold("Œuvre — d’art"), "oeuvre d art");
});

test("by title, and by kind in every language, with all the words", () => {
  assert.deepEqual(titles(found(all, "")), titles(all));
  assert.deepEqual(titles(found(all, "BAIL pont")), ["Bail rue du Pont"]);
  for (const word of ["بطاقة", "Personalausweis", "identiteitskaart", "identity", "carte d'identite"]) {
    assert.ok(titles(found(all, word)).includes("Ma carte"), word);
  }
  assert.deepEqual(titles(found(all, "12")), ["Fiche n° 12"]);
  assert.deepEqual(found(all, "bail carte"), []);
});

test("in every order", () => {
  assert.deepEqual(titles(ordered(all, "new", "fr")), ["Bail rue du Pont", "Fiche n° 12", "Ma carte"]);
  assert.deepEqual(titles(ordered(all, "title", "fr")), ["Bail rue du Pont", "Fiche n° 12", "Ma carte"]);
  assert.deepEqual(titles(ordered([...all, paper("Sans fin", "other")], "expires", "fr")), ["Bail rue du Pont", "Ma carte", "Fiche n° 12", "Sans fin"]);
  assert.equal(ordered(all, "kind", "fr")[0]!.title, "Ma carte");
  assert.equal(titles(ordered([...all, paper("?", "unheard")], "kind", "fr")).at(-1), "?");
});

test("what ends within thirty days, the most urgent first", () => {
  assert.deepEqual(titles(ending(all, NOW)), ["Bail rue du Pont", "Ma carte"]);
  assert.deepEqual([daysLeft(card, NOW), daysLeft(lease, NOW), daysLeft(paper("x", "other"), NOW)], [9, -2, undefined]);
  assert.equal(ending([paper("x", "other", { expires: "2026-12-22" })], NOW).length, 1);
  assert.equal(ending([paper("x", "other", { expires: "2026-12-23" })], NOW).length, 0);
  assert.equal(daysLeft(paper("x", "other", { expires: "soon" }), NOW), undefined);
});
