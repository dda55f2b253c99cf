import assert from "node:assert/strict";
import { test } from "node:test";
import { openHandedKey, openRoot, verifyAgency } from "../agency.ts";
import { fromB64u, fromBase64, base64, type Bytes } from "../bytes.ts";
import { canonical } from "../canonical.ts";
import { readCheckpoint, readNoteKey } from "../checkpoint.ts";
import { publicPart, signingKey, thumbprint, type PrivateJwk } from "../curve.ts";
import { derive, normalUsername } from "../derive.ts";
import { openPaper } from "../envelope.ts";
import { material } from "../hkdf.ts";
import { unlockKeyset } from "../keyset.ts";
import { openLoan } from "../loan.ts";
import { openManifest } from "../manifest.ts";
import { consistent, included, personalLeaf, publicLeaf } from "../merkle.ts";
import { padme } from "../padme.ts";
import { pairwiseFor } from "../pairwise.ts";
import { vectors, type World } from "./world.ts";

interface Cases<T> {
  readonly cases: readonly T[];
}

test("derivation", async () => {
  const { cases } = vectors<Cases<{ realm: string; username: string; normalUsername: string; passphrase: string; authSecret: string; wrapKey: string }>>("derivation");
  const iv = new Uint8Array(12);
  for (const one of cases) {
    const { authSecret, wrapKey } = await derive(one.realm, one.username, one.passphrase);
    assert.equal(authSecret, one.authSecret);
    assert.equal(normalUsername(one.username), one.normalUsername);
    const expected = await crypto.subtle.importKey("raw", fromB64u(one.wrapKey), "AES-GCM", false, ["encrypt"]);
    const seal = (key: CryptoKey): Promise<ArrayBuffer> => crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, iv);
    assert.deepEqual(await seal(wrapKey), await seal(expected));
  }
});

test("pairwise", async () => {
  const { cases } = vectors<Cases<{ pairwiseSeed: string; agency: string; id: string; key: PrivateJwk; thumbprint: string }>>("pairwise");
  for (const one of cases) {
    const holder = await pairwiseFor(await material(fromB64u(one.pairwiseSeed)), one.agency);
    assert.deepEqual([holder.id, holder.publicKey, await thumbprint(holder.publicKey)], [one.id, publicPart(one.key), one.thumbprint]);
    const verifier = await crypto.subtle.importKey("jwk", publicPart(one.key), { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]);
    const message = fromB64u(one.id);
    for (const key of [holder.signing, await signingKey(one.key)]) {
      const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, key, message);
      assert.ok(await crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, verifier, signature, message));
    }
  }
});

test("canonical and padme", () => {
  for (const one of vectors<Cases<{ text: string; canonical: string }>>("canonical").cases) {
    assert.equal(canonical(JSON.parse(one.text)), one.canonical);
  }
  for (const { length, padded } of vectors<Cases<{ length: number; padded: number }>>("padme").cases) {
    assert.equal(padme(length), padded);
  }
});

test("log", async () => {
  const log = vectors<{
    leaves: { salt: string | null; event: string; hash: string }[];
    roots: string[];
    inclusion: { index: number; size: number; hashes: string[] }[];
    consistency: { from: number; to: number; hashes: string[] }[];
    checkpoint: { key: string; note: string; size: number; root: string };
  }>("log");
  const leaves: Bytes[] = [];
  for (const { salt, event, hash } of log.leaves) {
    const leaf = salt === null ? await publicLeaf(event) : await personalLeaf(fromB64u(salt), event);
    assert.equal(base64(leaf), hash);
    leaves.push(leaf);
  }
  const root = (size: number): Bytes => fromBase64(log.roots[size]!);
  for (const { index, size, hashes } of log.inclusion) {
    assert.ok(await included(leaves[index]!, index, size, hashes.map(fromBase64), root(size)));
  }
  for (const { from, to, hashes } of log.consistency) {
    assert.ok(await consistent(from, to, hashes.map(fromBase64), root(from), root(to)));
  }
  const read = await readCheckpoint(log.checkpoint.note, await readNoteKey(log.checkpoint.key));
  assert.deepEqual([read.size, base64(read.root)], [log.checkpoint.size, log.checkpoint.root]);
});

for (const name of ["from-java", "from-typescript"]) {
  test(`the world ${name}`, async () => {
    const world = vectors<World>(name);
    const { wrapKey } = await derive(world.realm, world.username, world.passphrase);
    const account = await unlockKeyset(world.keyset, world.account, { wrapKey });

    const first = await openManifest(account, world.manifests[0]);
    const second = await openManifest(account, world.manifests[1], first);
    const paper = second.manifest.papers[0]!;
    assert.deepEqual([first.manifest.papers.length, second.manifest.version, second.manifest.previous], [0, 2, first.hash]);
    assert.deepEqual([paper.title, paper.key, paper.hash, paper.size], [world.title, world.paper.key, world.paper.hash, world.paper.size]);
    assert.deepEqual(second.manifest.agencies, [{ agency: world.published.agency, root: world.rootThumbprint }]);
    assert.equal(second.manifest.loans[0]?.id, world.loan.loan);

    const content = await openPaper(new Blob([fromB64u(world.paper.sealed)]).stream(), fromB64u(world.paper.key), { ...world.paper, paper: world.paper.id }, "text/plain");
    assert.equal(await content.text(), Buffer.from(world.paper.content, "base64url").toString());

    const agency = await verifyAgency(world.published, world.published.agency);
    assert.deepEqual([agency.root, agency.fingerprint], [world.rootThumbprint, world.fingerprint]);
    assert.deepEqual(agency.functions[0]?.enc, publicPart(world.functionKey));
    assert.equal(await thumbprint(await openRoot(account, agency.rootKey, agency.agency, world.rootKey)), agency.root);

    const key = await openHandedKey(account, agency.rootKey, agency.agency, world.handed);
    const [item] = world.loan.items;
    const lent = await openLoan(key, item.jwe, { ...world.loan, ...item });
    assert.deepEqual([lent.key, lent.hash, lent.purpose, lent.shown.title], [paper.key, paper.hash, world.purpose, world.title]);
    const holder = await pairwiseFor(account.pairwise, agency.agency);
    assert.deepEqual([holder.id, holder.publicKey], [world.loan.holder, world.loan.holderKey]);
  });
}
