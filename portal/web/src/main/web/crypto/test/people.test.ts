import assert from "node:assert/strict";
import { test } from "node:test";
import { addressCode, addressOf, addressText, readAddressText } from "../address.ts";
import { openDeposit, openSent, sealDeposit, sealSent, type Added, type Deposited } from "../arrival.ts";
import { stateKey } from "../agency.ts";
import { b64u, random, randomId } from "../bytes.ts";
import { crockford, fromCrockford, normalCrockford } from "../crockford.ts";
import { newPair, publicPart, samePoint, signingKey, thumbprint, type PrivateJwk } from "../curve.ts";
import { claimedAnchor, commitment, comparison, pinMandate, readMandate, readPin, signMandate, type Side, type Terms } from "../mandate.ts";
import { openShelf, sealShelf } from "../shelf.ts";
import { flips, person, refused, type Person } from "./support.ts";

const FROM = "2026-11-22T15:00:00Z";
const UNTIL = "2026-12-23T15:00:00Z";

function terms(helper: Person, more: Partial<Terms> = {}): Terms {
  return {
    mandate: randomId(), version: 1, holderName: "nour-123-456", helper: helper.name, helperName: "amal-111-222",
    signing: helper.account.anchor, encryption: helper.account.encryptionKey, rights: ["add"], from: FROM, until: UNTIL, ...more,
  };
}

function added(mandate: string): Added {
  return {
    suite: 1, act: "add", mandate, paper: randomId(), version: 1, hash: b64u(random(32)), size: 12, type: "application/pdf", title: "Attestation",
    kind: "health", key: b64u(random(32)), at: FROM,
  };
}

void test("a mandate is the holder's word: nobody else's key, no other order of rights, no window upside down", async () => {
  const [holder, helper, other] = [await person(), await person(), await person()];
  const made = terms(helper, { rights: ["add", "ask", "read"] });
  const jws = await signMandate(holder.account, made);
  assert.deepEqual(await readMandate(jws, holder.account.anchor), { suite: 1, holder: holder.name, to: holder.account.encryptionKey, ...made });
  assert.ok(samePoint(await claimedAnchor(jws), holder.account.anchor));
  await refused(() => readMandate(jws, other.account.anchor));
  for (const wrong of [{ rights: ["read", "add"] }, { rights: [] }, { rights: ["add", "add"] }, { until: FROM }, { version: 0 }] as Partial<Terms>[]) {
    const crooked = await signMandate(holder.account, terms(helper, wrong));
    await refused(() => readMandate(crooked, holder.account.anchor));
  }
});

void test("a helper's pin is their own: a mandate that a server makes up has none", async () => {
  const [holder, helper, server] = [await person(), await person(), await person()];
  const id = randomId();
  const pin = await pinMandate(helper.account, id, holder.account.anchor);
  const jws = await signMandate(holder.account, terms(helper, { mandate: id }));
  assert.equal(await readPin(helper.account, pin, id), await thumbprint(await claimedAnchor(jws)));
  await refused(() => readPin(helper.account, pin, randomId()));
  const forged = await pinMandate(server.account, id, server.account.anchor);
  await refused(() => readPin(helper.account, forged, id));
});

void test("both tables compute the same words, and another card on either side gives others", async () => {
  const [holder, helper, server] = [await person("h"), await person("a"), await person("a")];
  const number = b64u(random(16));
  const side = (who: Person, mine = number): Side => ({ card: who.keyset.card, account: who.name, number: mine });
  const words = b64u(await comparison(side(helper), side(holder)));
  assert.equal(b64u(await comparison(side(helper), side(holder))), words);
  assert.notEqual(b64u(await comparison(side(server), side(holder))), words);
  assert.notEqual(b64u(await comparison(side(helper, b64u(random(16))), side(holder))), words);
  await refused(() => comparison({ ...side(helper), account: "somebody" }, side(holder)));
  assert.notEqual(await commitment(number), number);
});

void test("what a helper sends: both can read it, under this mandate, by this key, unchanged", async () => {
  const [holder, helper, other] = [await person(), await person(), await person()];
  const sent = added(randomId());
  const { jwe, copy } = await sealSent(helper.account, holder.account.encryptionKey, sent);
  assert.deepEqual(await openSent(holder.account.encryption, jwe, helper.account.anchor, sent.mandate), sent);
  assert.deepEqual(await openSent(helper.account.encryption, copy, helper.account.anchor, sent.mandate), sent);
  await refused(() => openSent(holder.account.encryption, copy, helper.account.anchor, sent.mandate));
  await refused(() => openSent(holder.account.encryption, jwe, other.account.anchor, sent.mandate));
  await refused(() => openSent(holder.account.encryption, jwe, helper.account.anchor, randomId()));
  let tried = 0;
  for (const flipped of flips(jwe)) {
    if (tried++ % 11 === 0) await refused(() => openSent(holder.account.encryption, flipped, helper.account.anchor, sent.mandate));
  }
});

void test("how long a title is does not show", async () => {
  const [holder, helper] = [await person(), await person()];
  const sent = added(randomId());
  const short = await sealSent(helper.account, holder.account.encryptionKey, { ...sent, title: "A" });
  const long = await sealSent(helper.account, holder.account.encryptionKey, { ...sent, title: "Attest" });
  assert.equal(short.jwe.length, long.jwe.length);
});

void test("a shelf opens for its helper only, and only when the holder laid it out", async () => {
  const [holder, helper, other] = [await person(), await person(), await person()];
  const shelf = { mandate: randomId(), at: FROM, card: { name: "Nour", key: publicPart(await newPair()) }, papers: [] };
  const jwe = await sealShelf(holder.account, helper.account.encryptionKey, shelf);
  assert.deepEqual(await openShelf(helper.account, holder.account.anchor, shelf.mandate, jwe), { suite: 1, ...shelf });
  await refused(() => openShelf(other.account, holder.account.anchor, shelf.mandate, jwe));
  await refused(() => openShelf(helper.account, other.account.anchor, shelf.mandate, jwe));
  await refused(() => openShelf(helper.account, holder.account.anchor, randomId(), jwe));
});

interface Team { readonly root: PrivateJwk; readonly sig: PrivateJwk; readonly statement: string }

async function team(agency: string): Promise<Team> {
  const [root, sig] = [await newPair(), await newPair()];
  return { root, sig, statement: await stateKey(root, agency, "accueil", "sig", publicPart(sig), FROM, null) };
}

void test("a deposit is vouched for by agency, team and worker, or by nobody", async () => {
  const [holder, worker, other] = [await person(), await person(), await person()];
  const [cpas, fake] = [await team("cpas"), await team("cpas")];
  const address = await addressOf(holder.account.pairwise, 1);
  const served = { address: address.id, agency: "cpas", function: "accueil" };
  const { mandate: _mandate, act: _act, ...paper } = added(randomId());
  const content: Deposited = { ...paper, act: "deposit", ...served, worker: worker.name, by: "worker" };
  const by = async (who: Person, from: Team, statement = from.statement) =>
    ({ account: who.account, card: who.keyset.card, signing: await signingKey(from.sig), statement });
  const jwe = await sealDeposit(await by(worker, cpas), address.publicKey, content);
  assert.deepEqual(await openDeposit(address.opening, jwe, publicPart(cpas.root), served), content);
  await refused(() => openDeposit(address.opening, jwe, publicPart(fake.root), served));
  for (const wrong of [{ agency: "relais" }, { function: "logement" }, { address: randomId() }]) {
    await refused(() => openDeposit(address.opening, jwe, publicPart(cpas.root), { ...served, ...wrong }));
  }
  const notTheTeam = await sealDeposit(await by(worker, fake, cpas.statement), address.publicKey, content);
  await refused(() => openDeposit(address.opening, notTheTeam, publicPart(cpas.root), served));
  const notTheWorker = await sealDeposit(await by(other, cpas), address.publicKey, content);
  await refused(() => openDeposit(address.opening, notTheWorker, publicPart(cpas.root), served));
});

void test("an address is the same in every view, its code is typed as people type, and its QR is the key itself", async () => {
  const holder = await person();
  const [one, again, two] = [await addressOf(holder.account.pairwise, 1), await addressOf(holder.account.pairwise, 1), await addressOf(holder.account.pairwise, 2)];
  assert.equal(one.id, again.id);
  assert.ok(samePoint(one.publicKey, again.publicKey));
  assert.notEqual(one.id, two.id);
  const code = await addressCode(one.publicKey);
  assert.match(code, /^[0-9A-HJKMNP-TV-Z]{16}$/);
  assert.equal(normalCrockford(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4).replaceAll("0", "o").replaceAll("1", "l")} `), code);
  assert.deepEqual(readAddressText(addressText(one.publicKey)), one.publicKey);
  assert.equal(readAddressText("https://example.invalid/"), undefined);
});

void test("Crockford: every length there and back, and no letter too many", () => {
  for (let length = 1; length < 24; length++) {
    const bytes = random(length);
    assert.deepEqual(fromCrockford(crockford(bytes), length), bytes);
    assert.equal(fromCrockford(`${crockford(bytes)}0`, length), undefined);
  }
  assert.equal(fromCrockford("UUUUUUUU", 5), undefined);
});
