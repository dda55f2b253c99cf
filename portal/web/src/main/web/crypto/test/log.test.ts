import assert from "node:assert/strict";
import { test } from "node:test";
import { base64, concat, fromB64u, fromBase64, hex, random, utf8, type Bytes } from "../bytes.ts";
import { canonical } from "../canonical.ts";
import { readCheckpoint, readNoteKey, signedText, type NoteKey } from "../checkpoint.ts";
import { consistent, included, leafHash, personalLeaf, publicLeaf } from "../merkle.ts";
import { sha256 } from "../sha256.ts";
import { refused } from "./support.ts";
import { path, proof, root } from "./tree.ts";

const flip = (bytes: Bytes, at = 0): Bytes => bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));
const SIZE = 35;
const leaves = await Promise.all([...Array(SIZE).keys()].map(i => leafHash(Uint8Array.of(i))));
const roots = await Promise.all([...Array(SIZE + 1).keys()].map(n => root(leaves.slice(0, n))));

test("the roots of the known eight leaves of certificate transparency", async () => {
  const known = await Promise.all(["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
    .map(text => leafHash(Uint8Array.from(Buffer.from(text, "hex")))));
  assert.equal(hex(await root(known.slice(0, 1))), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  assert.equal(hex(await root(known)), "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
});

test("every leaf of every tree is included, at its own place and in its own tree only", async () => {
  for (let size = 1; size <= SIZE; size++) {
    for (let i = 0; i < size; i++) {
      const hashes = await path(i, leaves.slice(0, size));
      assert.ok(await included(leaves[i]!, i, size, hashes, roots[size]!));
      assert.ok(!await included(leaves[i]!, i, size, hashes, flip(roots[size]!)));
      assert.ok(!await included(flip(leaves[i]!), i, size, hashes, roots[size]!));
      assert.ok(!await included(leaves[i]!, i + 1, size, hashes, roots[size]!));
      assert.ok(!await included(leaves[i]!, i, size, [...hashes, roots[0]!], roots[size]!));
      assert.ok(!await included(leaves[i]!, i, size, hashes.slice(1), roots[size]!) || hashes.length === 0);
    }
  }
  for (let size = 1; size < SIZE; size++) {
    const hashes = await path(0, leaves.slice(0, size));
    assert.ok(!await included(leaves[0]!, 0, size * 2 + 1, hashes, roots[size]!), "the proof of a smaller tree");
  }
  assert.ok(!await included(leaves[0]!, 0, 0, [], roots[0]!));
  assert.ok(!await included(leaves[0]!, -1, 1, [], roots[1]!));
  assert.ok(!await included(leaves[0]!, 0.5, 1, [], roots[1]!));
});

test("every tree grows out of every smaller one; nothing else does", async () => {
  for (let second = 1; second <= SIZE; second++) {
    for (let first = 1; first <= second; first++) {
      const hashes = await proof(first, leaves.slice(0, second));
      assert.ok(await consistent(first, second, hashes, roots[first]!, roots[second]!), `${first} ${second}`);
      assert.ok(!await consistent(first, second, hashes, flip(roots[first]!), roots[second]!));
      assert.ok(!await consistent(first, second, hashes, roots[first]!, flip(roots[second]!)));
      assert.ok(!await consistent(first, second, [...hashes, roots[0]!], roots[first]!, roots[second]!));
      for (let i = 0; i < hashes.length; i++) {
        assert.ok(!await consistent(first, second, hashes.map((hash, j) => (i === j ? flip(hash, 7) : hash)), roots[first]!, roots[second]!));
        assert.ok(!await consistent(first, second, hashes.filter((_, j) => i !== j), roots[first]!, roots[second]!));
      }
    }
  }
  assert.ok(!await consistent(0, 0, [], roots[0]!, roots[0]!));
  assert.ok(!await consistent(0, 5, [], roots[0]!, roots[5]!));
  assert.ok(!await consistent(5, 3, [], roots[5]!, roots[3]!));
});

test("a personal leaf needs its salt, and is never a public one", async () => {
  const [salt, event] = [random(32), `{"at":"2026-11-22T15:00:00Z","type":"accountOpened"}`];
  const leaf = await personalLeaf(salt, event);
  assert.deepEqual(leaf, await leafHash(concat(Uint8Array.of(1), await sha256(concat(salt, utf8(event))))));
  assert.notDeepEqual(leaf, await personalLeaf(random(32), event));
  assert.notDeepEqual(leaf, await publicLeaf(event));
});

test("RFC 8785: members sorted by UTF-16, numbers and strings as ECMAScript writes them", () => {
  assert.equal(canonical({ "\u20ac": "Euro", "\r": "CR", "\ufb33": "Hebrew", "1": "One", "\u{1f600}": "Smile", "\u0080": "Control", "\u00f6": "o" }),
    `{"\\r":"CR","1":"One","\u0080":"Control","\u00f6":"o","\u20ac":"Euro","\u{1f600}":"Smile","\ufb33":"Hebrew"}`);
  assert.equal(canonical({ numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 1e-27], literals: [null, true, false] }),
    `{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}`);
  assert.throws(() => canonical({ a: Number.NaN }));
});

async function noteKey(name: string): Promise<{ key: NoteKey; sign: (text: string) => Promise<string>; vkey: string }> {
  const pair = await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]) as CryptoKeyPair;
  const typed = concat(Uint8Array.of(1), new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)));
  const id = (await sha256(concat(utf8(`${name}\n`), typed))).slice(0, 4);
  const vkey = `${name}+${hex(id)}+${base64(typed)}`;
  return {
    vkey, key: await readNoteKey(vkey),
    sign: async text => `${text}\n\u2014 ${name} ${base64(concat(id, new Uint8Array(await crypto.subtle.sign("Ed25519", pair.privateKey, utf8(text)))))}\n`,
  };
}

const ORIGIN = "passerelle.localhost/log";
const node = await noteKey(ORIGIN);
const text = `${ORIGIN}\n7\n${base64(roots[7]!)}\n`;

test("a checkpoint of this node is read", async () => {
  const note = await node.sign(text);
  const read = await readCheckpoint(note, node.key);
  assert.deepEqual([read.origin, read.size, read.root, read.text], [ORIGIN, 7, roots[7], note]);
  const witness = await noteKey("witness.example");
  const cosigned = note + (await witness.sign(text)).split("\n\n")[1]!;
  assert.equal((await readCheckpoint(cosigned, node.key)).size, 7);
});

test("T14: a checkpoint by another key, of another log, or changed, is refused", async () => {
  const note = await node.sign(text);
  const impostor = await noteKey(ORIGIN);
  await refused(async () => readCheckpoint(await impostor.sign(text), node.key));
  await refused(() => readCheckpoint(note, impostor.key));
  await refused(() => readCheckpoint(note.replace("\n7\n", "\n8\n"), node.key));
  await refused(() => readCheckpoint(note.trimEnd(), node.key));
  await refused(() => readCheckpoint(text, node.key));
  await refused(() => readCheckpoint(note + note.split("\n\n")[1]!, node.key));
  for (const bad of [text.replace(ORIGIN, "other/log"), text.replace("\n7\n", "\n07\n"), text.replace("\n7\n", "\n-7\n"), `${ORIGIN}\n7\nAAAA\n`]) {
    await refused(async () => readCheckpoint(await node.sign(bad), node.key));
  }
  const [signed, signature] = note.split("log ");
  const bytes = fromBase64(signature!.trim());
  const resigned = (changed: Uint8Array): string => `${signed}log ${base64(changed)}\n`;
  assert.equal(resigned(bytes), note);
  await refused(() => readCheckpoint(resigned(flip(bytes)), node.key));
  await refused(() => readCheckpoint(resigned(concat(bytes, Uint8Array.of(0))), node.key));
  await refused(() => readNoteKey(node.vkey.replace(ORIGIN, "other/log")));
  await refused(() => readNoteKey("nonsense"));
});

test("the note of the published example verifies", async () => {
  const key = await readNoteKey("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
  const quote = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
  const line = "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";
  assert.equal(await signedText(`${quote}\n${line}\n`, key), quote);
});

test("base64 has one spelling", () => {
  assert.throws(() => fromB64u("AB"));
  assert.throws(() => fromB64u("AA=="));
  assert.throws(() => fromB64u("A A"));
  assert.throws(() => fromBase64("AB=="));
  assert.deepEqual(fromB64u("_-8"), Uint8Array.of(255, 239));
});
