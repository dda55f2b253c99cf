import assert from "node:assert/strict";
import { test } from "node:test";
import { fingerprint, handKey, keepRoot, openHandedKey, openRoot, stateKey, verifyAgency, type PublishedKeys, type Use } from "../agency.ts";
import { b64u } from "../bytes.ts";
import { newPair, publicPart, thumbprint, type PrivateJwk } from "../curve.ts";
import { sign } from "../jose.ts";
import { flips, person, refused } from "./support.ts";

const AGENCY = "cpas-molenbeek";
const CREATED = "2026-11-22T15:00:00Z";
const [root, enc, sig, planted] = [await newPair(), await newPair(), await newPair(), await newPair()];
const state = (by: PrivateJwk, use: Use, key: PrivateJwk, name = "accueil", agency = AGENCY): Promise<string> =>
  stateKey(by, agency, name, use, publicPart(key), CREATED, null);
const statements = [await state(root, "enc", enc), await state(root, "sig", sig)];
const published: PublishedKeys = { agency: AGENCY, root: publicPart(root), functions: [{ function: "accueil", names: { fr: "Accueil" }, statements }] };
const withStatements = (...list: string[]): PublishedKeys => ({ ...published, functions: [{ function: "accueil", names: {}, statements: list }] });

test("published keys verify under their root", async () => {
  const verified = await verifyAgency(published, AGENCY);
  assert.equal(verified.root, await thumbprint(root));
  assert.match(verified.fingerprint, /^\d{5}( \d{5}){5}$/);
  assert.deepEqual(verified.functions[0]?.enc, publicPart(enc));
});

test("T1, T14: a key that the root did not state for this function and use", async () => {
  const other = statements[1]!;
  await refused(async () => verifyAgency(withStatements(await state(planted, "enc", planted), other), AGENCY));
  await refused(async () => verifyAgency(withStatements(await state(root, "enc", enc, "logement"), other), AGENCY));
  await refused(async () => verifyAgency(withStatements(await state(root, "enc", enc, "accueil", "abri-du-canal"), other), AGENCY));
  await refused(async () => verifyAgency(withStatements(other), AGENCY));
  await refused(async () => verifyAgency(withStatements(other, other), AGENCY));
  await refused(async () => verifyAgency(withStatements(...statements, await state(root, "enc", planted)), AGENCY));
  await refused(() => verifyAgency(published, "abri-du-canal"));
  await refused(() => verifyAgency({ ...published, root: publicPart(planted) }, AGENCY));
  await refused(() => verifyAgency({ ...published, functions: [...published.functions, ...published.functions] }, AGENCY));
  const unkeyed = await sign(root, "passerelle-agency-key+jws", Buffer.from(statements[0]!.split(".")[1]!, "base64url").toString());
  await refused(() => verifyAgency(withStatements(unkeyed, other), AGENCY));
  const member = await sign(root, "passerelle-agency-key+jws", JSON.stringify({
    suite: 1, agency: AGENCY, member: "someone", use: "enc", key: publicPart(enc), created: CREATED, replaces: null,
  }), { kid: await thumbprint(root) });
  await refused(() => verifyAgency(withStatements(member, other), AGENCY));
  for (const flipped of flips(statements[0]!)) {
    await refused(() => verifyAgency(withStatements(flipped, other), AGENCY));
  }
});

test("a handed key opens for its member under the published root only", async () => {
  const [worker, other] = [await person(), await person()];
  const jwe = await handKey(root, AGENCY, "accueil", "enc", enc, worker.name, worker.account.encryptionKey);
  const key = await openHandedKey(worker.account, publicPart(root), AGENCY, jwe);
  assert.deepEqual([key.function, key.use, key.thumbprint, key.opening.extractable], ["accueil", "enc", await thumbprint(enc), false]);
  await refused(() => openHandedKey(other.account, publicPart(root), AGENCY, jwe));
  await refused(() => openHandedKey(worker.account, publicPart(planted), AGENCY, jwe));
  await refused(() => openHandedKey(worker.account, publicPart(root), "abri-du-canal", jwe));
  await refused(async () => openHandedKey(worker.account, publicPart(root), AGENCY,
    await handKey(planted, AGENCY, "accueil", "enc", planted, worker.name, worker.account.encryptionKey)));
  await refused(async () => openHandedKey(worker.account, publicPart(root), AGENCY,
    await handKey(root, AGENCY, "accueil", "enc", enc, other.name, worker.account.encryptionKey)));
  for (const flipped of flips(jwe)) {
    await refused(() => openHandedKey(worker.account, publicPart(root), AGENCY, flipped));
  }
});

test("a root is kept by its administrator, and a planted one signs nothing", async () => {
  const admin = await person();
  const jwe = await keepRoot(root, AGENCY, admin.account.encryptionKey);
  assert.deepEqual(await openRoot(admin.account, publicPart(root), AGENCY, jwe), root);
  await refused(() => openRoot(admin.account, publicPart(planted), AGENCY, jwe));
  await refused(async () => openRoot(admin.account, publicPart(root), AGENCY, await keepRoot(planted, AGENCY, admin.account.encryptionKey)));
});

test("fingerprints are five bytes a group, modulo 100 000", () => {
  const groups = [[0, 0, 0, 0, 1], [0, 0, 0, 0, 2], [0, 0, 1, 134, 160], [0, 0, 1, 134, 159], [0, 0, 0, 1, 0], [255, 255, 255, 255, 255], [9, 9]];
  assert.equal(fingerprint(b64u(Uint8Array.from(groups.flat()))), "00001 00002 00000 99999 00256 27775");
});
