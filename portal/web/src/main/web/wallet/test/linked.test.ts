import assert from "node:assert/strict";
import { test } from "node:test";
import { refused } from "../../crypto/test/support.ts";
import { papersIn, type Source } from "../importing.ts";
import { linkedData, readLinked } from "../linked.ts";
import type { LoanView, Paper } from "../types.ts";

const AT = "2026-11-22T15:00:00Z";
const paper: Paper = {
  id: "AAAAAAAAAAAAAAAAAAAAAA", version: 2, title: "Carte d’identité", kind: "identityCard", date: "2026-01-02", expires: "2027-01-02", note: "la mienne", type: "application/pdf", size: 9, added: AT,
  earlier: [{ version: 1, size: 5, type: "text/plain", added: AT }],
};
const loan: LoanView = {
  id: "BBBBBBBBBBBBBBBBBBBBBA", agency: "cpas-molenbeek", agencyName: "CPAS", function: "accueil", functionName: "Accueil", purpose: "openRights", action: "look", state: "given",
  from: AT, until: AT, papers: [{ id: paper.id, title: paper.title, kind: paper.kind }], made: true,
};
const [old] = paper.earlier!;
const text = linkedData([
  { paper, version: old!, path: "papiers/01 Carte (1).txt", sha256: "0".repeat(64) }, { paper, version: paper, path: "papiers/01 Carte d’identité.pdf", sha256: "1".repeat(64) },
], [loan], AT);
const source = (list: string, paths: readonly string[]): Source => ({ paths, read: async path => (path === "wallet.jsonld" ? new Blob([list]) : undefined) });

test("papers and loans for machines, without any id of the server", () => {
  const json = JSON.parse(text) as { papers: Record<string, unknown>[]; loans: Record<string, unknown>[] };
  assert.equal(json.papers[0]!["kind"], "https://w3id.org/passerelle/kind/identityCard");
  assert.equal(json.loans[0]!["purpose"], "https://w3id.org/passerelle/purpose/openRights");
  assert.deepEqual(json.loans[0]!["of"], ["#paper-1"]);
  for (const id of [paper.id, loan.id]) assert.ok(!text.includes(id));
});

test("what was written is read: words, and the newest file", async () => {
  const found = await papersIn(source(text, ["papiers/01 Carte d’identité.pdf", "papiers/01 Carte (1).txt"]));
  assert.deepEqual(found, [{
    path: "papiers/01 Carte d’identité.pdf", details: { title: "Carte d’identité", kind: "identityCard", date: "2026-01-02", expires: "2027-01-02", note: "la mienne" },
  }]);
  assert.deepEqual(await papersIn(source(text, [])), []);
});

test("a list made by somebody else gives words and nothing more", async () => {
  const evil = JSON.parse(text) as { papers: Record<string, unknown>[] };
  Object.assign(evil.papers[0]!, { title: "x".repeat(500), kind: "https://evil.example/kind", date: "<script>", note: "a\u0000b", thumbnail: "javascript:1" });
  const [found] = await papersIn(source(JSON.stringify(evil), ["papiers/01 Carte d’identité.pdf"]));
  assert.deepEqual(found!.details, { title: "x".repeat(120), kind: "other", expires: "2027-01-02", note: "a b" });
  await refused(() => papersIn(source("{}", [])), "notAnArchive");
  await refused(() => papersIn(source("<html>", [])), "notAnArchive");
  assert.throws(() => readLinked('{"papers":[{"title":1}]}'));
});
