import assert from "node:assert/strict";
import { test } from "node:test";
import { b64u, random, randomId } from "../bytes.ts";
import { lock, sign } from "../jose.ts";
import { EMPTY, openManifest, sealManifest, type ManifestContent, type PaperEntry } from "../manifest.ts";
import { flips, person, refused } from "./support.ts";

function entry(title: string): PaperEntry {
  return {
    id: randomId(), version: 1, title, kind: "identityCard", type: "application/pdf", size: 5, key: b64u(random(32)), hash: b64u(random(32)),
    added: "2026-11-22T15:00:00Z",
  };
}

const { account, name } = await person();
const content: ManifestContent = { ...EMPTY, papers: [entry("بطاقة"), entry("Carte d’identité")] };
const first = await sealManifest(account, undefined, content);
const second = await sealManifest(account, first, { ...content, papers: [] });
const third = await sealManifest(account, second, content);

test("a manifest comes back as written, each naming the one before", async () => {
  const read = await openManifest(account, first.jwe);
  assert.deepEqual(read.manifest, { suite: 1, account: name, view: account.view, version: 1, previous: null, ...content });
  assert.equal((await openManifest(account, second.jwe, read)).manifest.previous, first.hash);
});

test("its length does not tell how long the titles are", async () => {
  const [short, longer] = [await sealManifest(account, undefined, { ...EMPTY, papers: [entry("a")] }), await sealManifest(account, undefined, { ...EMPTY, papers: [entry("ab")] })];
  assert.equal(short.jwe.length, longer.jwe.length);
});

test("T8: nothing older, and no other file of the same version, is accepted in a session", async () => {
  await refused(() => openManifest(account, first.jwe, second));
  const fork = await sealManifest(account, first, { ...EMPTY, papers: [entry("fork")] });
  await refused(() => openManifest(account, fork.jwe, second));
  assert.equal((await openManifest(account, second.jwe, second)).manifest.version, 2);
  const onFork = await sealManifest(account, fork, EMPTY);
  await refused(() => openManifest(account, onFork.jwe, second));
  assert.equal((await openManifest(account, third.jwe, first)).manifest.version, 3);
});

test("T9: the manifest of another account, or one not signed by this one, is refused", async () => {
  const other = await person(name);
  await refused(() => openManifest(account, other.name));
  const foreign = await sealManifest({ ...other.account, manifestKey: account.manifestKey, view: account.view }, undefined, content);
  await refused(() => openManifest(account, foreign.jwe));
  const view = await sealManifest({ ...account, view: randomId() }, undefined, content);
  await refused(() => openManifest(account, view.jwe));
});

test("T3: one bit of any byte", async () => {
  for (const jwe of flips(first.jwe)) {
    await refused(() => openManifest(account, jwe));
  }
});

test("members that the suite does not know are refused", async () => {
  const jws = await sign(account.signing, "passerelle-manifest+jws", JSON.stringify({ ...first.manifest, surprise: true }));
  const jwe = await lock(account.manifestKey, "passerelle-manifest+jwe", jws);
  await refused(() => openManifest(account, jwe));
});
