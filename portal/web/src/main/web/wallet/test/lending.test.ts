import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { b64u, random, randomId } from "../../crypto/bytes.ts";
import { publicPart } from "../../crypto/curve.ts";
import { material } from "../../crypto/hkdf.ts";
import { sealLoan, type LoanTerms } from "../../crypto/loan.ts";
import { pairwiseFor } from "../../crypto/pairwise.ts";
import { refused } from "../../crypto/test/support.ts";
import { plus } from "../window.ts";
import type { Duration, Paper, Session } from "../types.ts";
import { AGENCY, FakeNode, problem } from "./fake-node.ts";
import { enter, pdf, REQUEST, worker } from "./support.ts";

let node: FakeNode;
let holder: Session;
let paper: Paper;

beforeEach(async () => {
  node = await FakeNode.start();
  holder = await enter(node, "holder");
  paper = await holder.wallet.add(pdf("lent"), { title: "Attestation", kind: "stayPaper", type: "application/pdf", note: "secret note" });
});

test("lend, open at the desk, see it proved, take back, be refused", async () => {
  const agency = (await holder.wallet.agencies("molenbeek", "fr"))[0]!;
  const keys = await holder.wallet.agencyKeys(agency.id);
  assert.deepEqual([keys.known, keys.functions.map(one => one.function)], [false, ["accueil"]]);
  const loan = await holder.wallet.lend({ ...REQUEST, papers: [paper.id] });
  assert.deepEqual([loan.state, loan.made, loan.agencyName, loan.purpose, loan.papers], ["given", true, "CPAS de Molenbeek", "openRights", [{ id: paper.id, title: "Attestation", kind: "stayPaper" }]]);
  assert.equal((await holder.wallet.agencyKeys(agency.id)).known, true);

  const desk = (await worker(node)).desk;
  const [seen] = await desk.loans();
  assert.deepEqual(seen?.items, [{ paper: paper.id, version: 1, title: "Attestation", kind: "stayPaper", type: "application/pdf", size: 13, damaged: false }]);
  assert.equal(seen?.purpose, "openRights");
  const opened = await desk.open(loan.id, paper.id);
  assert.deepEqual([await opened.blob.text(), opened.type], ["%PDF-1.7 lent", "application/pdf"]);
  await desk.open(loan.id, paper.id, "save");
  assert.deepEqual(node.requests("POST", /openings/).map(seen => JSON.parse(String(seen.body)).action), ["look", "save"]);
  node.record("account-of-holder", { type: "opening", at: "2026-11-22T15:30:00Z", loan: loan.id, paper: paper.id, version: 1, agency: AGENCY, function: "accueil", by: "worker", action: "look" });

  const { items } = await holder.log.events();
  assert.deepEqual(items.map(event => [event.type, event.strange]), [["opening", false], ["loanGiven", false]]);
  assert.deepEqual([items[0]?.by, items[0]?.purpose, items[0]?.agencyName, items[0]?.papers[0]?.title], ["worker", "openRights", "CPAS de Molenbeek", "Attestation"]);
  assert.deepEqual(await Promise.all(items.map(event => holder.log.prove(event))), ["verified", "verified"]);

  assert.equal((await holder.wallet.takeBack(loan.id)).state, "ended");
  await assert.rejects(holder.wallet.takeBack(loan.id), { failure: { name: "loanEnded", status: 409, at: "2026-11-22T16:00:00Z" } });
  await assert.rejects(desk.open(loan.id, paper.id), { failure: { name: "openingRefused", status: 403, reason: "loanEnded", at: "2026-11-22T16:00:00Z" } });
  assert.deepEqual((await desk.loans())[0]?.items, [{ paper: paper.id, version: 1, damaged: false }]);
});

test("the loan carries nothing in clear that the server need not know", async () => {
  await holder.wallet.lend({ ...REQUEST, papers: [paper.id] });
  const body = String(node.requests("POST", /loans/)[0]?.body);
  for (const planted of ["Attestation", "stayPaper", "openRights", "secret note"]) {
    assert.ok(!body.includes(planted), planted);
  }
});

test("a loan that is refused leaves no note; one without an answer keeps it", async () => {
  node.intercept = seen => (seen.path === "/api/loans" && seen.method === "POST" ? problem(422, "badWindow") : undefined);
  await refused(() => holder.wallet.lend({ ...REQUEST, papers: [paper.id] }), "badWindow");
  node.intercept = () => undefined;
  node.record("account-of-holder", { type: "loanGiven", at: "2026-11-22T15:00:00Z", loan: randomId(), agency: AGENCY, function: "accueil", papers: [paper.id] });
  assert.equal((await holder.log.events()).items[0]?.strange, true);
});

test("T16: what the server lends by itself, or widens, is shown as not made", async () => {
  const loan = await holder.wallet.lend({ ...REQUEST, papers: [paper.id] });
  assert.equal((await holder.wallet.loans())[0]?.made, true);
  const held = node.loans[0]!;
  node.loans.push({ ...held, body: { ...held.body, loan: randomId() } });
  held.body.until = "2027-01-01T00:00:00Z";
  assert.deepEqual((await holder.wallet.loans()).map(one => one.made), [false, false]);
  const event = { type: "loanGiven", at: loan.from, loan: loan.id, agency: AGENCY, function: "accueil", from: loan.from, until: loan.until, actions: ["look"], papers: [paper.id] };
  for (const changed of [{ function: "logement" }, { agency: "abri-du-canal" }, { actions: ["look", "save"] }, { papers: [paper.id, randomId()] }, { until: "2027-01-01T00:00:00Z" }]) {
    node.record("account-of-holder", { ...event, ...changed });
    assert.equal((await holder.log.events()).items[0]?.strange, true, JSON.stringify(changed));
  }
  node.record("account-of-holder", event);
  assert.equal((await holder.log.events()).items[0]?.strange, false);
});

test("a loan made by another session of the same person is known", async () => {
  const other = await enter(node, "holder");
  await other.wallet.lend({ ...REQUEST, papers: [paper.id] });
  assert.equal((await holder.wallet.loans())[0]?.made, true);
  assert.equal((await holder.log.events()).items[0]?.strange, false);
});

test("T14: an agency whose root changed is refused, to lend to and at the desk", async () => {
  await holder.wallet.lend({ ...REQUEST, papers: [paper.id] });
  const session = await worker(node);
  await session.desk.loans();
  await node.newAgency();
  await refused(() => holder.wallet.agencyKeys(AGENCY), "rootChanged");
  await refused(() => holder.wallet.lend({ ...REQUEST, papers: [paper.id] }), "rootChanged");
  assert.equal(node.requests("POST", /\/api\/loans/).length, 1);
  const again = await enter(node, "worker");
  await refused(() => again.desk.loans(), "rootChanged");
});

test("T14: a function key that the root did not hand out opens nothing", async () => {
  await holder.wallet.lend({ ...REQUEST, papers: [paper.id] });
  const session = await worker(node);
  const own = { ...node.handed[0]! };
  node.handed[0] = { ...own, jwe: own.jwe.replace(/.$/, last => (last === "A" ? "Q" : "A")) };
  assert.equal((await session.desk.loans())[0]?.items[0]?.damaged, true);
});

test("an agency without keys, and a function it does not have", async () => {
  await refused(() => holder.wallet.agencyKeys("abri-du-canal"), "unknownRecipientKey");
  await refused(() => holder.wallet.lend({ ...REQUEST, function: "logement", papers: [paper.id] }), "unknownRecipientKey");
  await refused(() => holder.wallet.lend({ ...REQUEST, papers: [randomId()] }), "unknownPaper");
});

test("T9: an item put into a loan by the server is damaged, and is not opened", async () => {
  const loan = await holder.wallet.lend({ ...REQUEST, papers: [paper.id] });
  const stranger = await enter(node, "stranger");
  const other = await stranger.wallet.add(pdf("other"), { title: "x", kind: "x", type: "text/html" });
  await stranger.wallet.lend({ ...REQUEST, papers: [other.id] });
  node.loans[0]!.body.items.push(node.loans[1]!.body.items[0]!);
  const { desk } = await worker(node);
  const seen = (await desk.loans()).find(one => one.id === loan.id);
  assert.deepEqual(seen?.items.map(item => item.damaged), [false, true]);
  await refused(() => desk.open(loan.id, other.id));
  const html = await desk.open(node.loans[1]!.body.loan, other.id);
  assert.equal(html.type, "application/octet-stream");
});

test("T9: one holder, one key: a flawless loan by another key in the holder's name is damaged", async () => {
  await holder.wallet.lend({ ...REQUEST, papers: [paper.id] });
  const { from, until, holder: id } = node.loans[0]!.body;
  const stranger = await pairwiseFor(await material(random(32)), AGENCY);
  const terms: LoanTerms = {
    loan: randomId(), agency: AGENCY, function: "accueil", paper: randomId(), version: 1, hash: b64u(random(32)), size: 1, type: "x",
    shown: { title: "planted", kind: "x" }, purpose: "x", actions: ["look"], from: plus(from, "appointment"), until: plus(until, "appointment"), key: b64u(random(32)),
  };
  const jwe = await sealLoan({ ...stranger, id }, publicPart(node.enc), terms);
  const items = [{ paper: terms.paper, version: 1, jwe }];
  node.loans.push({ account: "x", state: "given", body: { ...terms, actions: ["look"], holder: id, holderKey: stranger.publicKey, items } });
  const { desk } = await worker(node);
  for (let again = 0; again < 2; again++) {
    assert.deepEqual((await desk.loans()).map(loan => loan.items[0]?.damaged), [true, false]);
  }
});

test("T5: changed bytes at the desk are damaged, whatever hash the server gives", async () => {
  const loan = await holder.wallet.lend({ ...REQUEST, papers: [paper.id] });
  const { desk } = await worker(node);
  const held = node.papers.get(`${paper.id}/1`)!;
  held.bytes = held.bytes.map((byte, i) => (i === 60 ? byte ^ 1 : byte));
  await refused(() => desk.open(loan.id, paper.id));
});

test("the worker's own check of the window", async () => {
  const loan = await holder.wallet.lend({ ...REQUEST, duration: "appointment", papers: [paper.id] });
  const { desk } = await worker(node);
  await desk.loans();
  node.skew = 3 * 3_600_000;
  await assert.rejects(desk.open(loan.id, paper.id), { failure: { name: "openingRefused", reason: "loanExpired", at: loan.until } });
});

test("the log: a leaf that is not there, and a log that was cut short or rewritten", async () => {
  await holder.wallet.lend({ ...REQUEST, papers: [paper.id] });
  node.record("account-of-holder", { type: "accountOpened", at: "2026-11-22T15:00:00Z" });
  const { items } = await holder.log.events();
  assert.equal(await holder.log.prove({ ...items[0]!, index: null }), "pending");
  assert.equal(await holder.log.prove({ ...items[0]!, index: 7 }), "pending");
  await refused(() => holder.log.prove({ ...items[0]!, text: items[1]!.text }));
  await refused(() => holder.log.prove({ ...items[0]!, index: 0 }));
  assert.equal((await holder.log.checkpoint()).size, 2);

  // Another computer of the same person remembers the state by the manifest.
  node.record("account-of-holder", { type: "paperStored", at: "2026-11-22T15:00:00Z", paper: paper.id, version: 1 });
  assert.equal((await (await enter(node, "holder")).log.checkpoint()).size, 3);
  const removed = node.events.splice(0, 1);
  await refused(async () => (await enter(node, "holder")).log.checkpoint());
  node.events.push(...removed);
  await refused(async () => (await enter(node, "holder")).log.checkpoint());
  await refused(() => holder.log.checkpoint());
});

test("an auditor checks the log without reading anything", async () => {
  node.record("account-of-holder", { type: "accountOpened", at: "2026-11-22T15:00:00Z" });
  const { audit } = await enter(node, "auditor");
  const older = await audit.checkpoint();
  node.record("account-of-holder", { type: "accountOpened", at: "2026-11-22T15:00:01Z" });
  const newer = await audit.checkpoint();
  await audit.consistent(older.text, newer);
  await refused(() => audit.consistent(newer.text, older));
  await refused(() => audit.consistent(older.text.replace("\n1\n", "\n2\n"), newer));
});

test("durations", () => {
  const until = (duration: Duration): string => plus("2026-08-31T10:00:00Z", duration);
  assert.deepEqual((["appointment", "day", "month", "half-year", "year"] as const).map(until),
    ["2026-08-31T12:00:00Z", "2026-09-01T10:00:00Z", "2026-10-01T10:00:00Z", "2027-02-28T10:00:00Z", "2027-08-31T10:00:00Z"]);
  assert.equal(plus("2027-02-28T10:00:00Z", "year"), "2028-02-28T10:00:00Z");
});
