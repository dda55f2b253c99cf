import assert from "node:assert/strict";
import { test } from "node:test";
import { CompactEncrypt, CompactSign } from "jose";
import { b64u, random, randomId, utf8 } from "../bytes.ts";
import { newPair, openingKey, publicPart, sealingKey, signingKey, thumbprint, type PrivateJwk } from "../curve.ts";
import { seal, sign } from "../jose.ts";
import { openLoan, sealLoan, within, type FunctionKey, type LoanTerms, type Served } from "../loan.ts";
import { pairwiseFor } from "../pairwise.ts";
import { flips, person, refused } from "./support.ts";

const AGENCY = "cpas-molenbeek";
const functionPair = await newPair();
const to = publicPart(functionPair);
const { account } = await person();
const holder = await pairwiseFor(account.pairwise, AGENCY);
const terms: LoanTerms = {
  loan: randomId(), agency: AGENCY, function: "accueil", paper: randomId(), version: 1, hash: b64u(random(32)), size: 12, type: "application/pdf",
  shown: { title: "Attestation", kind: "stayPaper" }, purpose: "openRights", actions: ["look"], from: "2026-11-22T15:00:00Z",
  until: "2026-11-23T15:00:00Z", key: b64u(random(32)),
};
const jwe = await sealLoan(holder, to, terms);
const served: Served = { ...terms, holder: holder.id, holderKey: holder.publicKey };
const key = await functionKey(functionPair);

async function functionKey(pair: PrivateJwk, agency = AGENCY, name = "accueil"): Promise<FunctionKey> {
  return { agency, function: name, thumbprint: await thumbprint(pair), opening: await openingKey(pair) };
}

/** Whatever an attacker writes, signed and sealed as they please. */
async function framed(payload: object, signer: CryptoKey = holder.signing, jwk = holder.publicKey): Promise<string> {
  return seal(to, "passerelle-loan+jwe", await sign(signer, "passerelle-loan+jws", JSON.stringify(payload), { jwk }), key.thumbprint);
}

const honest = { suite: 1, ...terms, holder: holder.id, recipient: key.thumbprint, receipt: null };

test("a loan opens for the function it was made for, and is about 930 bytes as planned", async () => {
  assert.deepEqual(await openLoan(key, jwe, served), honest);
  assert.ok(jwe.length < 2600, String(jwe.length));
});

test("the same agency meets the same person, another agency somebody else", async () => {
  const [again, other] = [await pairwiseFor(account.pairwise, AGENCY), await pairwiseFor(account.pairwise, "abri-du-canal")];
  assert.deepEqual([again.id, again.publicKey], [holder.id, holder.publicKey]);
  assert.notEqual(other.id, holder.id);
  assert.notDeepEqual(other.publicKey, holder.publicKey);
  assert.equal(holder.signing.extractable, false);
});

test("T1, T13: sealed to another key, or re-addressed to it", async () => {
  const other = await newPair();
  await refused(async () => openLoan(await functionKey(other), jwe, served));
  await refused(async () => openLoan(key, await seal(to, "passerelle-loan+jwe", "x", await thumbprint(other)), served));
  const mine = await functionKey(functionPair);
  const theirs = await sealLoan(holder, publicPart(other), terms);
  await refused(() => openLoan(mine, theirs, served));
  // The recipient inside is another's: someone passed on what was sealed for them.
  await refused(async () => openLoan(key, await framed({ ...honest, recipient: await thumbprint(other) }), served));
  await refused(async () => openLoan(await functionKey(functionPair, "abri-du-canal"), jwe, served));
  await refused(async () => openLoan(await functionKey(functionPair, AGENCY, "logement"), jwe, served));
});

test("T9: an item that the pinned holder did not sign", async () => {
  const attacker = await newPair();
  const signer = await signingKey(attacker);
  await refused(async () => openLoan(key, await framed(honest, signer, publicPart(attacker)), served));
  await refused(async () => openLoan(key, await framed(honest, signer), served));
  await refused(async () => openLoan(key, await framed(honest, holder.signing, publicPart(attacker)), served));
  await refused(async () => openLoan(key, jwe, { ...served, holderKey: publicPart(attacker) }));
  await refused(async () => openLoan(key, await seal(to, "passerelle-loan+jwe", JSON.stringify(honest), key.thumbprint), served));
});

test("T6, T7, T13: what the server claims must be what the holder signed", async () => {
  const claims: Partial<Served>[] = [
    { loan: randomId() }, { holder: randomId() }, { agency: "abri-du-canal" }, { function: "logement" }, { paper: randomId() }, { version: 2 },
    { from: "2026-11-22T14:00:00Z" }, { until: "2027-11-23T15:00:00Z" }, { actions: ["look", "save"] }, { actions: [] },
  ];
  for (const claim of claims) {
    await refused(() => openLoan(key, jwe, { ...served, ...claim }));
  }
});

test("a loan that the holder signed outside of the rules is refused", async () => {
  const bent = [
    { ...honest, suite: 2 }, { ...honest, receipt: "x" }, { ...honest, extra: 1 }, { ...honest, key: "short" }, { ...honest, size: -1 },
    { ...honest, shown: { title: "a", kind: "b", html: "c" } }, { ...honest, hash: undefined },
  ];
  for (const payload of bent) {
    await refused(async () => openLoan(key, await framed(payload), served));
  }
  for (const actions of [["save"], ["look", "look"], []] as const) {
    await refused(async () => openLoan(key, await framed({ ...honest, actions }), { ...served, actions }));
  }
  const backwards = { from: terms.until, until: terms.from };
  await refused(async () => openLoan(key, await framed({ ...honest, ...backwards }), { ...served, ...backwards }));
});

test("T12: another algorithm, type, critical or additional header", async () => {
  const jws = await sign(holder.signing, "passerelle-loan+jws", JSON.stringify(honest), { jwk: holder.publicKey });
  const encrypt = async (header: Record<string, unknown>, payload = jws): Promise<string> =>
    new CompactEncrypt(utf8(payload)).setProtectedHeader(header as never).encrypt(await sealingKey(to));
  const right = { alg: "ECDH-ES+A256KW", enc: "A256GCM", typ: "passerelle-loan+jwe", kid: key.thumbprint };
  assert.equal((await openLoan(key, await encrypt(right), served)).loan, terms.loan);
  for (const wrong of [{ alg: "ECDH-ES" }, { alg: "ECDH-ES+A128KW" }, { enc: "A128GCM" }, { enc: "A256CBC-HS512" }, { typ: "JWT" }, { typ: undefined },
    { cty: "JWT" }, { kid: "x" }, { apu: "AAAA" }]) {
    await refused(async () => openLoan(key, await encrypt({ ...right, ...wrong }), served));
  }
  for (const header of [{ alg: "ES256", typ: "passerelle-manifest+jws", jwk: holder.publicKey }, { alg: "ES256", jwk: holder.publicKey },
    { alg: "ES256", typ: "passerelle-loan+jws" }, { alg: "ES256", typ: "passerelle-loan+jws", jwk: holder.publicKey, x5c: [] },
    { alg: "ES256", typ: "passerelle-loan+jws", jwk: { ...holder.publicKey, kid: "x" } }]) {
    const signed = await new CompactSign(utf8(JSON.stringify(honest))).setProtectedHeader(header as never).sign(holder.signing);
    await refused(async () => openLoan(key, await encrypt(right, signed), served));
  }
  const [, payload] = jws.split(".");
  const none = `${b64u(utf8(JSON.stringify({ alg: "none", typ: "passerelle-loan+jws", jwk: holder.publicKey })))}.${payload}.`;
  await refused(async () => openLoan(key, await encrypt(right, none), served));
});

test("T3: one bit of any byte", async () => {
  for (const changed of flips(jwe)) {
    await refused(() => openLoan(key, changed, served));
  }
});

test("the window is half open", () => {
  assert.deepEqual(["2026-11-22T14:59:59Z", terms.from, "2026-11-23T14:59:59Z", terms.until].map(at => within(terms, Date.parse(at))), [false, true, true, false]);
});
