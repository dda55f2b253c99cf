import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { refused } from "../../crypto/test/support.ts";
import { createWallet, signIn, validPseudonym } from "../index.ts";
import { FakeNode, problem } from "./fake-node.ts";
import { CONFIG, enter, pdf, REQUEST } from "./support.ts";

const META = { title: "Carte", kind: "identityCard", type: "application/pdf" };
let node: FakeNode;

beforeEach(async () => {
  node = await FakeNode.start();
});

test("a wallet is made with a pseudonym and a passphrase, and opens again; neither the passphrase nor a title is in any request", async () => {
  const passphrase = "ma phrase à moi, très secrète";
  const { session, username } = await createWallet(CONFIG, { pseudonym: "Éloïse", passphrase });
  assert.match(username, /^éloïse-\d{3}-\d{3}$/);
  assert.equal(session.me.username, username);
  const paper = await session.wallet.add(pdf("bonjour"), { ...META, title: "Un titre planté", date: "2026-01-02" }, () => undefined);
  assert.deepEqual(Object.keys(paper).sort(), ["added", "date", "id", "kind", "size", "title", "type", "version"]);
  await session.leave();
  await assert.rejects(session.wallet.open(paper.id), { message: "sessionEnded" });

  const again = await signIn(CONFIG, { username: username.toUpperCase(), passphrase });
  assert.deepEqual(again.wallet.papers(), [paper]);
  const content = await again.wallet.open(paper.id);
  assert.deepEqual([await content.text(), content.type], ["%PDF-1.7 bonjour", "application/pdf"]);
  await refused(() => signIn(CONFIG, { username, passphrase: "une autre" }), "wrongPassphrase");

  const sent = node.seen.map(seen => seen.path + [...seen.headers].join() + (typeof seen.body === "string" ? seen.body : Buffer.from(seen.body ?? []).toString("latin1")));
  for (const planted of [passphrase, encodeURIComponent(passphrase), "Un titre planté", "identityCard", "bonjour"]) {
    assert.ok(sent.every(text => !text.includes(planted)), planted);
  }
});

test("a taken name is drawn again; a pseudonym says letters and digits only", async () => {
  let first = true;
  node.intercept = seen => {
    if (seen.path === "/api/accounts" && first) {
      first = false;
      return problem(409, "accountExists");
    }
    return undefined;
  };
  const { username } = await createWallet(CONFIG, { pseudonym: "nour", passphrase: "x" });
  const asked = node.requests("POST", /accounts/).map(seen => (JSON.parse(String(seen.body)) as { username: string }).username);
  assert.equal(asked.length, 2);
  assert.equal(asked[1], username);
  assert.deepEqual(["نور", "a-b", "éé", "a", "-a", "a--b", "a b", "a_b", "x".repeat(33)].map(validPseudonym), [true, true, true, false, false, false, false, false, false]);
  await refused(() => createWallet(CONFIG, { pseudonym: "a b", passphrase: "x" }), "badInput");
});

test("two sessions of one person: both papers are there, whoever was first", async () => {
  const [here, there] = [await enter(node, "holder"), await enter(node, "holder")];
  await Promise.all([here.wallet.add(pdf("1"), { ...META, title: "one" }), there.wallet.add(pdf("2"), { ...META, title: "two" })]);
  await here.wallet.add(pdf("3"), { ...META, title: "three" });
  const titles = (await enter(node, "holder")).wallet.papers().map(paper => paper.title).sort();
  assert.deepEqual(titles, ["one", "three", "two"]);
});

test("nothing half there: a list that is refused takes its bytes back, one without an answer keeps them", async () => {
  const session = await enter(node, "holder");
  node.intercept = seen => (seen.method === "PUT" && seen.path === "/api/manifest" ? problem(507, "storageFull") : undefined);
  await refused(() => session.wallet.add(pdf("1"), { ...META, thumbnail: "data:image/webp;base64,AA" }), "storageFull");
  assert.equal(node.papers.size, 0);
  assert.deepEqual(session.wallet.papers(), []);

  node.intercept = seen => {
    if (seen.method === "PUT" && seen.path === "/api/manifest") {
      throw new TypeError("fetch failed");
    }
    return undefined;
  };
  await refused(() => session.wallet.add(pdf("2"), META), "offline");
  assert.equal(node.papers.size, 1);
  assert.equal(new Set(node.requests("PUT", /manifest/).slice(-3).map(seen => seen.headers.get("idempotency-key"))).size, 1);
});

test("a list that was written although the answer was lost is not written twice", async () => {
  const session = await enter(node, "holder");
  let lost = 3;
  const put = node.intercept;
  node.intercept = async seen => {
    if (seen.method === "PUT" && seen.path === "/api/manifest" && lost > 0) {
      lost--;
      node.manifests.set("account-of-holder", { version: 2, jwe: String(seen.body) });
      throw new TypeError("fetch failed");
    }
    return put(seen);
  };
  await refused(() => session.wallet.add(pdf("1"), { ...META, title: "first" }), "offline");
  await session.wallet.add(pdf("2"), { ...META, title: "second" });
  assert.deepEqual(session.wallet.papers().map(paper => paper.title), ["first", "second"]);
});

test("what an interrupted session left behind is swept after a day, and nothing else", async () => {
  const session = await enter(node, "holder");
  const paper = await session.wallet.add(pdf("1"), { ...META, thumbnail: "data:image/webp;base64,AA" });
  const bytes = new Uint8Array(3);
  node.papers.set("AAAAAAAAAAAAAAAAAAAAAA/1", { account: "account-of-holder", bytes, storedAt: "2020-01-01T00:00:00Z" });
  node.papers.set("BBBBBBBBBBBBBBBBBBBBBA/1", { account: "account-of-holder", bytes, storedAt: new Date().toISOString() });
  for (const held of node.papers.values()) {
    held.storedAt = held.bytes === bytes ? held.storedAt : "2020-01-01T00:00:00Z";
  }
  const again = await enter(node, "holder");
  await node.quiet();
  assert.ok(!node.papers.has("AAAAAAAAAAAAAAAAAAAAAA/1"));
  assert.equal(node.papers.size, 3);
  assert.equal(await (await again.wallet.open(paper.id)).text(), "%PDF-1.7 1");
});

test("thumbnails come in blocks of 64, and go with the last paper that shows them", async () => {
  const session = await enter(node, "holder");
  const thumbnail = (i: number): string => `data:image/webp;base64,${i}`;
  const papers = [];
  for (let i = 0; i < 66; i++) {
    papers.push(await session.wallet.add(pdf(String(i)), { ...META, thumbnail: thumbnail(i) }));
  }
  assert.equal(node.papers.size, 66 + 2);
  const again = await enter(node, "holder");
  assert.equal(again.wallet.thumbnail(papers[3]!.id), undefined);
  const before = node.requests("GET", /papers\/.+versions/).length;
  await again.wallet.loadThumbnails();
  assert.equal(node.requests("GET", /papers\/.+versions/).length - before, 2);
  papers.forEach((paper, i) => assert.equal(again.wallet.thumbnail(paper.id), thumbnail(i)));
  for (const paper of papers.slice(64)) {
    await again.wallet.remove(paper.id);
  }
  assert.equal(node.papers.size, 64 + 1);
});

test("T8: a manifest, once seen, does not come back older", async () => {
  const session = await enter(node, "holder");
  const old = { ...node.manifests.get("account-of-holder")! };
  await session.wallet.add(pdf("1"), META);
  node.manifests.set("account-of-holder", { ...old });
  await refused(() => session.wallet.add(pdf("2"), META));
  node.manifests.delete("account-of-holder");
  await refused(() => session.wallet.add(pdf("2"), META));
});

test("T6: the bytes of one paper served as another are damaged; bytes gone, too", async () => {
  const session = await enter(node, "holder");
  const [a, b] = [await session.wallet.add(pdf("1"), META), await session.wallet.add(pdf("2"), META)];
  node.papers.set(`${a.id}/1`, node.papers.get(`${b.id}/1`)!);
  await refused(() => session.wallet.open(a.id));
  node.papers.delete(`${a.id}/1`);
  await refused(() => session.wallet.open(a.id));
  assert.equal((await session.wallet.open(b.id)).size, 10);
});

test("a clock ten minutes off proves possession and dates loans by the server's time", async () => {
  node.skew = 600_000;
  const session = await enter(node, "holder");
  const paper = await session.wallet.add(pdf("1"), META);
  const loan = await session.wallet.lend({ ...REQUEST, papers: [paper.id] });
  assert.ok(Math.abs(Date.parse(loan.from) - Date.now() - 600_000) < 60_000);
  const proof = node.requests("POST", /loans/)[0]!.headers.get("dpop")!;
  const { iat, htu } = JSON.parse(Buffer.from(proof.split(".")[1]!, "base64url").toString()) as { iat: number; htu: string };
  assert.ok(Math.abs(iat * 1000 - Date.now() - 600_000) < 60_000);
  assert.equal(htu, "http://localhost:8080/api/loans");
});

test("a refused token is renewed once, from the secret in memory", async () => {
  const session = await enter(node, "holder");
  let refusals = 1;
  node.intercept = seen => (seen.path.startsWith("/api/loans") && refusals-- > 0 ? problem(401, "sessionEnded") : undefined);
  assert.deepEqual(await session.wallet.loans(), []);
  assert.equal(node.requests("POST", /\/token$/).length, 2);
  refusals = 2;
  await refused(() => session.wallet.loans(), "sessionEnded");
  const renewals = node.requests("POST", /\/token$/).length;
  refusals = 0;
  let skewed = 1;
  const intercept = node.intercept;
  node.intercept = seen => (skewed-- > 0 ? problem(401, "clockSkew") : intercept(seen));
  assert.deepEqual(await session.wallet.loans(), []);
  assert.equal(node.requests("POST", /\/token$/).length, renewals);
  node.intercept = intercept;
  node.secrets.set("holder", "changed");
  refusals = 1;
  await refused(() => session.wallet.loans(), "sessionEnded");
});

test("the identity provider's session is ended right after the exchange, and the token is in no address", async () => {
  await enter(node, "holder");
  const order = node.seen.map(seen => seen.path.replace(/\?.*/, "").split("/").at(-1));
  assert.deepEqual(order.slice(0, 4), ["auth", "authenticate", "token", "logout"]);
  assert.ok(order.includes("me"), "the wallet is read after it");
  assert.match(String(node.requests("POST", /logout/)[0]!.body), /id_token_hint=/);
  assert.match(node.seen[0]!.path, /prompt=login.*code_challenge_method=S256/);
});

test("the secret is given to our own realm only", async () => {
  for (const action of ["https://evil.example/auth/realms/passerelle/x", "http://localhost:8080/elsewhere", "javascript:alert(1)", null]) {
    node.intercept = seen => (seen.path.includes("/openid-connect/auth") ? Response.json({ action }, { status: 401 }) : undefined);
    await refused(() => enter(node, "holder"));
  }
  assert.equal(node.requests("POST", /./).length, 0);
});

test("slow-down is told with its seconds", async () => {
  node.intercept = seen => (seen.method === "POST" ? Response.json({ action: "x", error: "tooMany", retryAfter: 12 }, { status: 401 }) : undefined);
  await assert.rejects(enter(node, "holder"), { failure: { name: "tooMany", status: 429, retryAfter: 12 } });
});

test("a stale form is tried once more", async () => {
  let stale = true;
  node.intercept = seen => {
    if (seen.method === "POST" && seen.path.includes("authenticate") && stale) {
      stale = false;
      return Response.json({ action: `http://localhost:8080${seen.path}` });
    }
    return undefined;
  };
  assert.equal((await enter(node, "holder")).me.username, "holder");
});
