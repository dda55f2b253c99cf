import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { concat, random } from "../../crypto/bytes.ts";
import { currentEngine, useEngine } from "../../crypto/engine.ts";
import { sha256 } from "../../crypto/sha256.ts";
import { refused } from "../../crypto/test/support.ts";
import { readRecoveryText, recoverySecret } from "../../crypto/slots.ts";
import { createWallet, recoverByCode, signIn, signInBySecret } from "../index.ts";
import { newDevice } from "../devices.ts";
import type { Session } from "../types.ts";
import { FakeNode, problem, type Seen } from "./fake-node.ts";
import { CONFIG, pdf } from "./support.ts";

const [OLD, NEW] = ["ma première phrase", "ma deuxième phrase"];
const META = { title: "Carte", kind: "identityCard", type: "application/pdf" };
const real = currentEngine();
let node: FakeNode;
let session: Session;
let username: string;
let account: string;

/** The stretching itself is tested elsewhere; here it only has to differ from passphrase to passphrase. */
before(() => useEngine({ ...real, stretch: async (password, salt) => sha256(concat(password, salt)) }));
after(() => useEngine(real));

beforeEach(async () => {
  node = await FakeNode.start();
  ({ session, username } = await createWallet(CONFIG, { pseudonym: "soleil", passphrase: OLD }));
  account = `account-of-${username}`;
  await session.wallet.add(pdf("bonjour"), META);
});

const open = (passphrase: string): Promise<Session> => signIn(CONFIG, { username, passphrase });
const entries = (): number => node.keysets.get(account)!.wrapped.length;
const isSecret = ({ method, path }: Seen): boolean => method === "POST" && path === "/api/sign-in-secret";

test("another passphrase opens the same papers; the old one opens nothing, and every other session is over", async () => {
  const elsewhere = await open(OLD);
  const changed = await session.keys.changePassphrase(OLD, NEW);
  assert.equal(await (await changed.wallet.open(changed.wallet.papers()[0]!.id)).text(), "%PDF-1.7 bonjour");
  assert.equal(entries(), 1);
  await refused(() => elsewhere.wallet.storage(), "sessionClosed");
  await refused(() => open(OLD), "wrongPassphrase");
  assert.equal((await open(NEW)).wallet.papers().length, 1);
});

test("interrupted before the sign-in secret changed, the old passphrase opens and is the only one again", async () => {
  node.intercept = seen => (isSecret(seen) ? problem(422, "badKeyset") : undefined);
  await refused(() => session.keys.changePassphrase(OLD, NEW), "badKeyset");
  assert.equal(entries(), 2);
  node.intercept = () => undefined;
  await refused(() => open(NEW), "wrongPassphrase");
  assert.equal((await open(OLD)).wallet.papers().length, 1);
  assert.equal(entries(), 1);
  assert.equal((await open(OLD)).wallet.papers().length, 1);
});

test("interrupted after it changed, the new passphrase opens and is the only one from then on", async () => {
  let changed = false;
  node.intercept = seen => {
    if (changed) {
      throw new TypeError("the network is gone");
    }
    changed = isSecret(seen);
    return undefined;
  };
  await refused(() => session.keys.changePassphrase(OLD, NEW), "passphraseCounts");
  node.intercept = () => undefined;
  assert.equal(entries(), 2);
  await refused(() => open(OLD), "wrongPassphrase");
  assert.equal((await open(NEW)).wallet.papers().length, 1);
  assert.equal(entries(), 1);
});

test("when the answer to the change is lost, it is found out which passphrase counts", async () => {
  node.intercept = seen => {
    if (isSecret(seen) && node.requests("POST", /sign-in-secret/).length === 1) {
      node.secrets.set(username, (JSON.parse(String(seen.body)) as { authSecret: string }).authSecret);
      node.views.close(account);
      throw new TypeError("the answer is lost");
    }
    return undefined;
  };
  const changed = await session.keys.changePassphrase(OLD, NEW);
  assert.equal(changed.wallet.papers().length, 1);
  assert.equal(entries(), 1);
});

test("it is the same act under a mask, interrupted or not: what the mask hides opens afterwards with the new passphrase", async () => {
  const shown = await session.wallet.add(pdf("reste"), META);
  await session.masks.set([shown.id], new Date(Date.now() + 3_600_000));
  const masked = await open(OLD);
  node.intercept = seen => (isSecret(seen) ? problem(422, "badKeyset") : undefined);
  await refused(() => masked.keys.changePassphrase(OLD, NEW), "badKeyset");
  node.intercept = () => undefined;
  const changed = await (await open(OLD)).keys.changePassphrase(OLD, NEW);
  assert.deepEqual(changed.wallet.papers().map(paper => paper.id), [shown.id]);
  node.skew = 3_700_000;
  await refused(() => open(OLD), "wrongPassphrase");
  assert.equal((await open(NEW)).wallet.papers().length, 2);
});

test("a wrong passphrase changes nothing and adds nothing", async () => {
  await refused(() => session.keys.changePassphrase("une autre", NEW), "wrongPassphrase");
  await refused(() => session.keys.prove("une autre"), "wrongPassphrase");
  assert.equal(node.requests("PUT", /keyset/).length, 1);
});

test("when another session changed the keys in between, the passphrase is not changed on top of it", async () => {
  node.intercept = seen => {
    if (isSecret(seen)) {
      node.tags.set(account, (node.tags.get(account) ?? 0) + 1);
    }
    return undefined;
  };
  await refused(() => session.keys.changePassphrase(OLD, NEW), "preconditionFailed");
  node.intercept = () => undefined;
  assert.equal((await open(OLD)).wallet.papers().length, 1);
});

test("a recovery code opens once, lifts the mask, and makes way for a new passphrase", async () => {
  const code = await (await session.keys.prove(OLD)).recoveryCode();
  assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4} ){7}[0-9A-HJKMNP-TV-Z]{4}$/);
  const second = await session.wallet.add(pdf("reste"), META);
  await session.masks.set([second.id], new Date(Date.now() + 3_600_000));
  assert.deepEqual((await open(OLD)).wallet.papers().map(paper => paper.id), [second.id]);

  const back = await recoverByCode(CONFIG, username.toUpperCase(), code.toLowerCase().replaceAll(" ", "-"), NEW);
  assert.equal(back.wallet.papers().length, 2);
  await refused(() => open(OLD), "wrongPassphrase");
  assert.equal((await open(NEW)).wallet.papers().length, 2);
  await refused(() => recoverByCode(CONFIG, username, code, OLD), "wrongPassphrase");
  assert.deepEqual((await back.keys.list()).map(key => key.kind), ["passphrase"]);
});

test("a code that is mistyped is told so before anything is asked of the node; another code is refused", async () => {
  const code = await (await session.keys.prove(OLD)).recoveryCode();
  const asked = node.seen.length;
  await refused(() => recoverByCode(CONFIG, username, code.replace(/.$/, letter => (letter === "0" ? "1" : "0")), NEW), "mistyped");
  assert.equal(node.seen.length, asked);
  await refused(() => recoverByCode(CONFIG, "lune-123-456", code, NEW), "wrongPassphrase");
});

test("interrupted while recovering, the code opens again", async () => {
  const code = await (await session.keys.prove(OLD)).recoveryCode();
  node.intercept = seen => (isSecret(seen) ? problem(422, "badKeyset") : undefined);
  await refused(() => recoverByCode(CONFIG, username, code, NEW), "badKeyset");
  node.intercept = () => undefined;
  assert.equal((await recoverByCode(CONFIG, username, code, NEW)).wallet.papers().length, 1);
  assert.equal((await open(NEW)).wallet.papers().length, 1);
  assert.equal(entries(), 1);
});

test("each attempt signs its own challenge, and only with a door of the list", async () => {
  const code = await (await session.keys.prove(OLD)).recoveryCode();
  await recoverByCode(CONFIG, username, code, NEW);
  assert.equal(new Set(node.doors.accepted).size, node.doors.accepted.length);
  assert.ok(node.doors.accepted.length >= 2, "once to lift, once to open");
  const posted = node.requests("POST", /login-actions/).map(seen => new URLSearchParams(String(seen.body)));
  assert.ok(posted.every(form => form.has("door") !== form.has("password")), "one or the other");
});

test("a dropped way in is refused, and the passphrase cannot be dropped", async () => {
  const code = await (await session.keys.prove(OLD)).recoveryCode();
  const list = await session.keys.list();
  assert.deepEqual(list.map(key => key.kind), ["passphrase", "recovery"]);
  assert.deepEqual(list.map(key => key.open), [true, false]);
  await session.keys.drop(list[1]!.slot);
  await refused(() => recoverByCode(CONFIG, username, code, NEW), "wrongPassphrase");
  await refused(() => session.keys.drop(list[0]!.slot));
  assert.equal((await open(OLD)).wallet.papers().length, 1);
});

test("a server that hides a way in, or serves an older list, is not believed", async () => {
  const before = structuredClone(node.keysets.get(account)!);
  const uses = (): Response => new Response(JSON.stringify({ items: [] }), { headers: { "Content-Type": "application/json" } });
  await (await session.keys.prove(OLD)).recoveryCode();
  node.intercept = seen => (seen.path === "/api/slots" ? uses() : undefined);
  assert.deepEqual((await session.keys.list()).map(key => key.kind), ["passphrase", "recovery"]);
  const again = await open(OLD);
  node.keysets.set(account, before);
  await refused(() => again.keys.list());
});

test("T8: the list from before a way in was dropped is refused by the session that dropped it, whatever is asked of it", async () => {
  await (await session.keys.prove(OLD)).recoveryCode();
  const before = structuredClone(node.keysets.get(account)!);
  await session.keys.drop((await session.keys.list())[1]!.slot);
  node.keysets.set(account, before);
  const puts = node.requests("PUT", /keyset/).length;
  await refused(() => session.keys.list());
  await refused(() => session.keys.prove(OLD));
  await refused(() => session.keys.changePassphrase(OLD, NEW));
  await refused(() => session.keys.drop(before.wrapped[1]!.slot));
  assert.equal(node.requests("PUT", /keyset/).length, puts, "nothing was built on it");
});

test("T8: with the keys from before the passphrase was changed, the new one opens nothing", async () => {
  const before = structuredClone(node.keysets.get(account)!);
  await session.keys.changePassphrase(OLD, NEW);
  node.keysets.set(account, before);
  await refused(() => open(NEW));
});

test("a session that a door opened is renewed by the door, with another challenge", async () => {
  const code = random(16);
  const secret = await recoverySecret(code, CONFIG.realm, username);
  const text = await (await session.keys.prove(OLD)).recoveryCode();
  const mine = await recoverySecret(await readRecoveryText(text), CONFIG.realm, username);
  await refused(() => signInBySecret(CONFIG, username, secret), "wrongPassphrase");
  const byDoor = await signInBySecret(CONFIG, username, mine);
  assert.deepEqual([...mine], new Array(32).fill(0));
  let once = true;
  node.intercept = seen => {
    if (seen.path === "/api/me" && once) {
      once = false;
      return problem(401, "sessionEnded");
    }
    return undefined;
  };
  await byDoor.wallet.storage();
  assert.equal(new Set(node.doors.accepted).size, 2);
});

test("an addition that meets another session's change is made on top of it", async () => {
  const adding = await session.keys.prove(OLD);
  let first = true;
  node.intercept = seen => {
    if (seen.method === "PUT" && seen.path === "/api/keyset" && first) {
      first = false;
      return problem(412, "preconditionFailed");
    }
    return undefined;
  };
  await adding.recoveryCode();
  assert.equal((await session.keys.list()).length, 2);
});

test("a device's keys cannot be taken out of it", async () => {
  const device = await newDevice(username, account, (await newDevice("x", "y", { kty: "EC", crv: "P-256", x: "", y: "" })).keyPublic);
  for (const key of [device.key, device.door]) {
    assert.equal(key.extractable, false);
    await assert.rejects(crypto.subtle.exportKey("jwk", key));
  }
});
