import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { doorOf, wrapKeyOf } from "../../crypto/slots.ts";
import { random } from "../../crypto/bytes.ts";
import { unlockKeyset } from "../../crypto/keyset.ts";
import { addSlot, rewrap } from "../../crypto/slot-changes.ts";
import type { Pair } from "../../crypto/scalar.ts";
import { refused, wrapKey } from "../../crypto/test/support.ts";
import { liftMasks } from "../lift.ts";
import { start } from "../session.ts";
import type { Paper, Session } from "../types.ts";
import { FakeNode, problem, type Seen } from "./fake-node.ts";
import { CONFIG, pdf, REQUEST } from "./support.ts";

const [ACCOUNT, HOUR] = ["account-of-holder", 3_600_000];
const AUTH = { authSecret: "a".repeat(64) };
let node: FakeNode;
let wrap: CryptoKey;
let titles: Map<string, Paper>;

const enter = (name = "holder", key = wrap): Promise<Session> => {
  node.secrets.set(name, AUTH.authSecret);
  return start(CONFIG, name, AUTH, { wrapKey: key });
};
const add = (to: Session, title: string): Promise<Paper> =>
  to.wallet.add(pdf(title), { title, kind: "identityCard", type: "application/pdf", thumbnail: `data:${title}` });
const later = (hours: number): Date => new Date(node.now + hours * HOUR);
const id = (title: string): string => titles.get(title)!.id;
const shown = (session: Session): string => session.wallet.papers().map(paper => paper.title).sort().join();
const settled = (): Promise<void> => node.quiet();

/** Fixes the papers of these titles until so many hours from now, and signs in again. */
async function masked(session: Session, hours: number, ...kept: string[]): Promise<Session> {
  await session.masks.set(kept.map(id), later(hours));
  return enter();
}

beforeEach(async () => {
  node = await FakeNode.start();
  wrap = await wrapKey();
  titles = new Map();
  const holder = await enter();
  for (const title of ["a", "b", "c"]) {
    titles.set(title, await add(holder, title));
  }
});

test("under a mask only the chosen papers exist, with their pictures and loans; after the hour all is there, and what was added", async () => {
  const full = await enter();
  const [shownLoan, hiddenLoan] = [await full.wallet.lend({ ...REQUEST, papers: [id("a")] }), await full.wallet.lend({ ...REQUEST, papers: [id("a"), id("b")] })];
  assert.equal(full.masks.loansWith([id("a")]), 1);
  const small = await masked(full, 2, "a");
  assert.equal(shown(small), "a");
  await small.wallet.loadThumbnails();
  assert.deepEqual([small.wallet.thumbnail(id("a")), small.wallet.favourites()], ["data:a", []]);
  assert.equal(await (await small.wallet.open(id("a"))).text(), "%PDF-1.7 a");
  assert.deepEqual((await small.wallet.loans()).map(loan => [loan.id, loan.made]), [[shownLoan.id, true]]);
  assert.deepEqual((await small.log.events()).items.map(event => event.loan), [shownLoan.id]);
  await refused(() => small.wallet.open(id("b")), "unknownPaper");

  titles.set("d", await add(small, "d"));
  const loan = await small.wallet.lend({ ...REQUEST, papers: [id("d")] });
  node.skew += 3 * HOUR;
  await refused(() => small.wallet.storage(), "sessionClosed");
  const again = await enter();
  assert.equal(shown(again), "a,b,c,d");
  await again.wallet.loadThumbnails();
  assert.deepEqual(["a", "b", "c", "d"].map(title => again.wallet.thumbnail(id(title))), ["data:a", "data:b", "data:c", "data:d"]);
  assert.deepEqual((await again.wallet.loans()).map(one => one.made), [true, true, true]);
  assert.deepEqual(new Set((await again.wallet.loans()).map(one => one.id)), new Set([shownLoan.id, hiddenLoan.id, loan.id]));
  assert.deepEqual(node.views.of(ACCOUNT), []);
});

test("setting a mask ends the session: it forgets itself, and does not come back", async () => {
  const [here, elsewhere] = [await enter(), await enter()];
  await here.masks.set([id("a")], later(1));
  const asked = node.seen.length;
  await refused(() => elsewhere.wallet.storage(), "sessionClosed");
  await elsewhere.closed;
  await refused(() => elsewhere.wallet.storage(), "sessionEnded");
  assert.equal(node.seen.length, asked + 1);
});

test("what a masked wallet asks, and how often it was written, are those of a small one", async () => {
  const look = async (session: Session): Promise<void> => {
    await session.wallet.loadThumbnails();
    await session.wallet.storage();
    await session.wallet.loans();
    await session.log.events();
    await settled();
  };
  const from = (before: number): string[] => node.seen.slice(before).map(({ method, path, headers }) =>
    `${method} ${path.replaceAll(/[\w-]{21}[AQgw]/g, "id").replaceAll(/(nonce|state|code_challenge|code)=[^&]+/g, "$1")} ${[...headers.keys()].sort().join()}`);

  const full = await enter();
  await full.wallet.lend({ ...REQUEST, papers: [id("a")] });
  await full.wallet.star(id("b"), true);
  await full.masks.set([id("a"), id("c")], later(2));
  await settled();
  let before = node.seen.length;
  const small = await enter();
  await look(small);
  const [asked, mask] = [from(before), node.views.of(ACCOUNT)[0]];

  const key = await wrapKey();
  const other = await enter("small", key);
  titles.set("x", await add(other, "x"));
  await add(other, "y");
  await other.wallet.lend({ ...REQUEST, papers: [id("x")] });
  await settled();
  before = node.seen.length;
  await look(await enter("small", key));
  // What is asked for side by side comes in any order.
  assert.deepEqual(asked.sort(), from(before).sort());
  assert.equal(mask?.version, node.manifests.get("account-of-small")?.version);
  assert.deepEqual(Object.keys(mask!.view).sort(), Object.keys(node.keysets.get("account-of-small")!.view).sort());
});

test("nothing readable of a mask reaches the server", async () => {
  await (await enter()).masks.set([id("a")], later(1));
  const [seen] = node.requests("POST", /masks/);
  const body = JSON.parse(String(seen?.body)) as Record<string, unknown>;
  assert.deepEqual(Object.keys(body).sort(), ["manifest", "shows", "until", "version", "view"]);
  assert.deepEqual((body["shows"] as string[]).slice(0, 1), [id("a")]);
  assert.equal((body["shows"] as string[]).length, 2);
  assert.ok(!String(seen?.body).includes("identityCard"));
});

test("changes under a mask: a new version, other words, a paper deleted, a star; each once", async () => {
  const small = await masked(await enter(), 2, "a", "b");
  await small.wallet.describe(id("a"), { title: "a2", kind: "lease" });
  await small.wallet.remove(id("b"));
  await small.wallet.star(id("a"), true);
  node.skew += 3 * HOUR;
  for (const _again of [1, 2]) {
    const full = await enter();
    assert.deepEqual([shown(full), full.wallet.favourites()], ["a2,c", [id("a")]]);
    await full.wallet.loadThumbnails();
    assert.deepEqual([full.wallet.thumbnail(id("a")), full.wallet.thumbnail(id("c"))], ["data:a", "data:c"]);
  }
});

test("bringing a mask in may be interrupted anywhere: nothing is lost, nothing doubled, nothing swept away", async () => {
  for (const broken of [/^PUT \/api\/manifest/, /^DELETE \/api\/views/]) {
    const small = await masked(await enter(), 2, "a");
    titles.set("d", await add(small, "d"));
    node.skew += 30 * HOUR;
    node.intercept = ({ method, path }: Seen) => (broken.test(`${method} ${path}`) ? problem(500, "serverError") : undefined);
    await enter();
    await settled();
    node.intercept = () => undefined;
    const full = await enter();
    await settled();
    assert.equal(shown(full), "a,b,c,d");
    assert.equal(await (await full.wallet.open(id("d"))).text(), "%PDF-1.7 d");
    assert.deepEqual(node.views.of(ACCOUNT), []);
    await full.wallet.remove(id("d"));
  }
});

test("T8: a mask that was brought in already, served again, brings nothing back", async () => {
  const small = await masked(await enter(), 2, "a");
  titles.set("d", await add(small, "d"));
  node.skew += 3 * HOUR;
  const kept = { ...node.views.of(ACCOUNT)[0]! };
  const full = await enter();
  await full.wallet.remove(id("d"));
  const { view, manifest, version, until } = kept;
  node.intercept = ({ method, path }) => (`${method} ${path}` === "GET /api/views" ? Response.json({ items: [{ ...view, manifest, version, until, endedAt: until }] }) : undefined);
  assert.equal(shown(await enter()), "a,b,c");
});

test("T2: an ended mask that is not this account's own, or not whole, changes nothing, and is not given up", async () => {
  const small = await masked(await enter(), 2, "a");
  titles.set("d", await add(small, "d"));
  node.skew += 30 * HOUR;
  const { view, manifest, version, until } = node.views.of(ACCOUNT)[0]!;
  const root = node.manifests.get(ACCOUNT)!.jwe;
  const deletions = (): number => node.requests("DELETE", /views|papers/).length;
  const before = deletions();
  for (const wrong of [{ manifest: root }, { view: { ...view, share: view.keys.slice(-43, -1) + "A" } }, { view: { ...view, keys: node.keysets.get(ACCOUNT)!.view.keys } }]) {
    const one = { view, manifest, ...wrong };
    node.intercept = ({ method, path }) => (`${method} ${path}` === "GET /api/views"
      ? Response.json({ items: [{ ...one.view, manifest: one.manifest, version, until, endedAt: until }] }) : undefined);
    const full = await enter();
    assert.deepEqual([shown(full), full.masks.whole], ["a,b,c", false]);
    await settled();
    assert.equal(deletions(), before);
  }
  node.intercept = () => undefined;
  const full = await enter();
  assert.deepEqual([shown(full), full.masks.whole], ["a,b,c,d", true]);
});

test("a mask in a mask shows less, never more; whichever ends first, all of it comes back", async () => {
  for (const [outer, inner] of [[2, 4], [4, 2]] as const) {
    const small = await masked(await enter(), outer, "a", "b");
    await refused(() => small.masks.set([id("c")], later(1)), "unknownPaper");
    const smaller = await masked(small, inner, "b");
    assert.equal(shown(smaller), "b");
    titles.set("d", await add(smaller, "d"));
    node.skew += 3 * HOUR;
    assert.equal(shown(await enter()), outer < inner ? "b,d" : "a,b,d");
    node.skew += 3 * HOUR;
    const full = await enter();
    assert.equal(shown(full), "a,b,c,d");
    await full.wallet.remove(id("d"));
  }
});

test("both masks over before anybody signs in: the inner one is known through the outer", async () => {
  const smaller = await masked(await masked(await enter(), 2, "a", "b"), 1, "b");
  await smaller.wallet.remove(id("b"));
  titles.set("d", await add(smaller, "d"));
  node.skew += 5 * HOUR;
  assert.equal(shown(await enter()), "a,c,d");
  assert.deepEqual(node.views.of(ACCOUNT), []);
});

async function withCode(): Promise<Pair> {
  const secret = random(32);
  const [account, door, key] = [await unlockKeyset(node.keysets.get(ACCOUNT)!, ACCOUNT, { wrapKey: wrap }), await doorOf(secret), await wrapKeyOf(secret)];
  const next = await addSlot(node.keysets.get(ACCOUNT)!, account, { wrapKey: wrap }, { kind: "recovery", door: door.publicKey, wrapKey: key }, "2026-11-22T15:00:00Z");
  node.keysets.set(ACCOUNT, next);
  return door;
}

test("a code made before the mask ends it; another one changes nothing, and cannot tell", async () => {
  const door = await withCode();
  await (await enter()).masks.set([id("a")], later(5));
  await liftMasks(CONFIG, "holder", AUTH, await doorOf(random(32)));
  assert.equal(shown(await enter()), "a");
  await liftMasks(CONFIG, "holder", AUTH, door);
  assert.equal(shown(await enter()), "a,b,c");
});

test("a refused mask leaves no trace; one without an answer keeps its note, so that it can be brought in", async () => {
  const holder = await enter();
  const answer = (served: () => Response | Promise<never>): void => {
    node.intercept = ({ path }) => (path === "/api/masks" ? served() : undefined);
  };
  answer(() => problem(422, "badInput"));
  await refused(() => holder.masks.set([id("a")], later(1)), "badInput");
  await refused(() => holder.masks.set([id("a")], new Date(node.now + 1000)), "badWindow");
  await refused(() => holder.masks.set([id("a")], later(24 * 32)), "badWindow");
  await refused(() => holder.masks.set([], later(1)), "unknownPaper");
  node.intercept = () => undefined;
  assert.equal(node.views.of(ACCOUNT).length, 0);

  // The mask is set and the answer lost: asked again, the session is closed already.
  let lost = false;
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const response = await real(input, init);
    if (!lost && String(input).endsWith("/api/masks")) {
      lost = true;
      throw new TypeError("fetch failed");
    }
    return response;
  };
  await refused(() => holder.masks.set([id("a")], later(1)), "sessionClosed");
  globalThis.fetch = real;
  const small = await enter();
  titles.set("d", await add(small, "d"));
  node.skew += 2 * HOUR;
  assert.equal(shown(await enter()), "a,b,c,d");
});

test("a change of the passphrase that was interrupted is finished by whichever passphrase signs in", async () => {
  const fresh = await wrapKey();
  const held = node.keysets.get(ACCOUNT)!;
  const both = await rewrap(held, await unlockKeyset(held, ACCOUNT, { wrapKey: wrap }), { wrapKey: wrap }, fresh, "both");
  for (const [signs, gone] of [[wrap, fresh], [fresh, wrap]] as const) {
    node.keysets.set(ACCOUNT, both);
    assert.equal(shown(await enter("holder", signs)), "a,b,c");
    assert.equal(node.keysets.get(ACCOUNT)!.wrapped.length, 1);
    await refused(() => enter("holder", gone));
    assert.equal(shown(await enter("holder", signs)), "a,b,c");
  }
  // Another session settled it meanwhile: this one leaves it, and opens all the same.
  node.keysets.set(ACCOUNT, both);
  node.intercept = ({ method, path }) => (`${method} ${path}` === "PUT /api/keyset" ? problem(412, "preconditionFailed") : undefined);
  assert.equal(shown(await enter("holder", fresh)), "a,b,c");
});

test("a code added under a mask opens the wallet only when the holder says, after the hour, that it is theirs", async () => {
  for (const mine of [true, false]) {
    const small = await masked(await enter(), 1, "a");
    const served = { ...node.keysets.get(ACCOUNT)!, view: node.views.of(ACCOUNT)[0]!.view };
    const [secret, account] = [random(32), await unlockKeyset(served, ACCOUNT, { wrapKey: wrap })];
    const key = await wrapKeyOf(secret);
    const added = { kind: "recovery", door: (await doorOf(secret)).publicKey, wrapKey: key } as const;
    const { view, ...next } = await addSlot(served, account, { wrapKey: wrap }, added, "2026-11-22T15:00:00Z");
    Object.assign(node.views.of(ACCOUNT)[0]!, { view });
    node.keysets.set(ACCOUNT, { ...next, view: node.keysets.get(ACCOUNT)!.view });
    assert.equal(shown(await enter("holder", key)), "a");
    titles.set("d", await add(small, "d"));
    node.skew += 2 * HOUR;
    await refused(() => enter("holder", key), "slotWithoutView");

    const full = await enter();
    assert.equal(shown(full), "a,b,c,d");
    assert.deepEqual(full.newSlots.list.map(slot => slot.kind), ["recovery"]);
    await refused(() => full.masks.set([id("a")], later(1)), "newSlots");
    await refused(() => enter("holder", key), "slotWithoutView");
    await full.newSlots.settle(mine);
    assert.deepEqual([full.newSlots.list, (await enter()).newSlots.list], [[], []]);
    if (mine) {
      assert.equal(shown(await enter("holder", key)), "a,b,c,d");
    } else {
      await refused(() => enter("holder", key));
    }
    await full.wallet.remove(id("d"));
  }
});
