import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { refused } from "../../crypto/test/support.ts";
import { SendQueue } from "../send-queue.ts";
import type { Session } from "../types.ts";
import { FakeNode, problem } from "./fake-node.ts";
import { enter, pdf, REQUEST } from "./support.ts";

const META = { title: "Carte", kind: "identityCard", type: "application/pdf" };
let node: FakeNode;
let session: Session;

beforeEach(async () => {
  node = await FakeNode.start();
  session = await enter(node, "holder");
});

const prepared = (...titles: string[]) => titles.map(title => session.wallet.prepare(pdf(title), { ...META, title }));
const isPut = (path: RegExp) => (seen: { method: string; path: string }): boolean => seen.method === "PUT" && path.test(seen.path);
const states = (queue: SendQueue): string[] => queue.lines.map(line => line.state);

test("a full storage costs the file that did not fit, not the others", async () => {
  const sendings = prepared("one", "two", "three");
  node.intercept = seen => (isPut(new RegExp(sendings[1]!.id))(seen) ? problem(507, "storageFull") : undefined);
  const queue = new SendQueue(sendings, () => undefined);
  await queue.run();
  assert.deepEqual(states(queue), ["done", "failed", "done"]);
  assert.equal(queue.stopped, undefined);
  assert.deepEqual(session.wallet.papers().map(paper => paper.title), ["one", "three"]);
  node.intercept = () => undefined;
  await queue.run();
  assert.ok(queue.done);
  assert.equal((await enter(node, "holder")).wallet.papers().length, 3);
});

test("without a connection the queue stops, and goes on with the same bytes", async () => {
  const sendings = prepared("one", "two");
  await session.wallet.announce(sendings);
  let offline = true;
  node.intercept = seen => {
    if (offline && isPut(/papers/)(seen)) throw new TypeError("fetch failed");
    return undefined;
  };
  const queue = new SendQueue(sendings, () => undefined);
  await queue.run();
  assert.deepEqual(states(queue), ["waiting", "waiting"]);
  assert.equal((queue.stopped as Error).message, "offline");
  const tried = node.requests("PUT", new RegExp(sendings[0]!.id)).at(-1)!.body as Uint8Array;
  offline = false;
  await queue.run();
  assert.deepEqual(states(queue), ["done", "done"]);
  assert.deepEqual(Buffer.from(node.requests("PUT", new RegExp(sendings[0]!.id)).at(-1)!.body as Uint8Array).compare(Buffer.from(tried)), 0);
});

test("when only the list could not be written, the bytes are not sent again", async () => {
  const [sending] = prepared("one");
  let offline = true;
  node.intercept = seen => {
    if (offline && isPut(/manifest/)(seen)) throw new TypeError("fetch failed");
    return undefined;
  };
  await refused(() => sending!.send(), "offline");
  offline = false;
  await sending!.send();
  assert.equal(node.requests("PUT", new RegExp(sending!.id)).length, 1);
  assert.equal(session.wallet.papers().length, 1);
});

test("what was given up leaves nothing behind", async () => {
  const [sending] = prepared("one");
  node.intercept = seen => {
    if (isPut(/manifest/)(seen)) throw new TypeError("fetch failed");
    return undefined;
  };
  await refused(() => sending!.send(), "offline");
  node.intercept = () => undefined;
  await sending!.drop();
  assert.equal(node.papers.size, 0);
});

test("a browser that closed half-way: the next session names the files, until they are seen or sent", async () => {
  const sendings = prepared("Bail", "Fiche de paie");
  await session.wallet.announce(sendings);
  await sendings[0]!.send();
  assert.deepEqual(session.wallet.unfinished(), []);
  const soon = await enter(node, "holder");
  assert.deepEqual(soon.wallet.unfinished(), [], "another tab may still be sending");
  node.skew = 11 * 60_000;
  const later = await enter(node, "holder");
  assert.deepEqual(later.wallet.unfinished(), [{ id: sendings[1]!.id, title: "Fiche de paie" }]);
  await later.wallet.forgetUnfinished([sendings[1]!.id]);
  assert.deepEqual((await enter(node, "holder")).wallet.unfinished(), []);
});

test("a newer version has a key of its own; the one before opens, and stays what was lent", async () => {
  const paper = await session.wallet.add(pdf("first"), META);
  await session.wallet.lend({ ...REQUEST, papers: [paper.id] });
  const newest = await session.wallet.prepareVersion(paper.id, new Blob(["second"]), { type: "text/plain" }).send();
  assert.deepEqual([newest.version, newest.type, newest.size], [2, "text/plain", 6]);
  assert.deepEqual(newest.earlier, [{ version: 1, size: 14, type: "application/pdf", added: paper.added }]);
  assert.equal(await (await session.wallet.open(paper.id)).text(), "second");
  assert.equal(await (await session.wallet.open(paper.id, 1)).text(), "%PDF-1.7 first");
  await refused(() => session.wallet.open(paper.id, 3), "unknownPaper");
  assert.deepEqual(node.loans[0]!.body.items.map(item => item.version), [1]);
  const again = await session.wallet.lend({ ...REQUEST, papers: [paper.id] });
  assert.deepEqual(node.loans.find(loan => loan.body.loan === again.id)!.body.items.map(item => item.version), [2]);
  // The bytes of one version do not pass for the other.
  node.papers.set(`${paper.id}/1`, node.papers.get(`${paper.id}/2`)!);
  await refused(() => session.wallet.open(paper.id, 1));
});

test("a version number that an interrupted replacement used up is passed over", async () => {
  const paper = await session.wallet.add(pdf("first"), META);
  node.intercept = seen => (isPut(/versions\/2$/)(seen) ? problem(409, "versionExists") : undefined);
  const newest = await session.wallet.prepareVersion(paper.id, pdf("second"), { type: "application/pdf" }).send();
  assert.equal(newest.version, 3);
  assert.equal(await (await session.wallet.open(paper.id)).text(), "%PDF-1.7 second");
});

test("details change without a byte of the paper; what is emptied is gone", async () => {
  const paper = await session.wallet.add(pdf("1"), { ...META, note: "chez moi", expires: "2026-12-01" });
  const puts = node.requests("PUT", /papers/).length;
  const changed = await session.wallet.describe(paper.id, { title: "Autre", kind: "lease", original: "casier 4", expires: "2027-01-31" });
  assert.deepEqual([changed.title, changed.kind, changed.note, changed.original, changed.expires], ["Autre", "lease", undefined, "casier 4", "2027-01-31"]);
  assert.equal(node.requests("PUT", /papers/).length, puts);
  assert.deepEqual((await enter(node, "holder")).wallet.papers(), [changed]);
});

test("favourites are remembered, and go with their paper", async () => {
  const paper = await session.wallet.add(pdf("1"), META);
  await session.wallet.star(paper.id, true);
  await session.wallet.star(paper.id, true);
  const again = await enter(node, "holder");
  assert.deepEqual(again.wallet.favourites(), [paper.id]);
  await again.wallet.remove(paper.id);
  assert.deepEqual(again.wallet.favourites(), []);
});
