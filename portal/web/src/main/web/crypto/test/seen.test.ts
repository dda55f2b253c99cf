import assert from "node:assert/strict";
import { test } from "node:test";
import { makeView } from "../keyset.ts";
import { EMPTY, openManifest, sealManifest } from "../manifest.ts";
import { emptyNotes, seenIn, withSeen, type Notes } from "../seen.ts";
import { person, refused } from "./support.ts";

const changed = (before: Notes, after: Notes): number => before.filter((note, i) => note !== after[i]).length;

test("T8: what a device has seen opens in the view it belongs to, and nothing older is taken after it", async () => {
  const { account } = await person();
  const first = await sealManifest(account, undefined, EMPTY);
  const second = await sealManifest(account, first, EMPTY);
  const fork = await sealManifest(account, first, EMPTY);
  assert.equal(await seenIn(emptyNotes(), account), undefined);
  const notes = await withSeen(await withSeen(emptyNotes(), account, first), account, second);
  const seen = await seenIn(notes, account);
  assert.deepEqual(seen, { manifest: { version: 2 }, hash: second.hash });
  await refused(() => openManifest(account, first.jwe, seen));
  await refused(() => openManifest(account, fork.jwe, seen));
  assert.equal((await openManifest(account, second.jwe, seen)).hash, second.hash);
  assert.equal((await openManifest(account, (await sealManifest(account, second, EMPTY)).jwe, seen)).manifest.version, 3);
  assert.equal(await withSeen(notes, account, first), notes, "never back");
});

test("one view's note is replaced by its next, and to another view it is chance: as many, as long, and none opens", async () => {
  const { account } = await person();
  const { account: masked } = await makeView(account);
  const first = await sealManifest(account, undefined, EMPTY);
  const before = emptyNotes();
  const notes = await withSeen(before, account, first);
  const next = await withSeen(notes, account, await sealManifest(account, first, EMPTY));
  assert.deepEqual([changed(before, notes), changed(notes, next)], [1, 1]);
  assert.equal(await seenIn(next, masked), undefined);
  const under = await withSeen(next, masked, await sealManifest(masked, undefined, EMPTY));
  assert.equal(changed(next, under), 1);
  assert.equal(new Set([...before, ...under].map(note => note.length)).size, 1);
  assert.deepEqual([before.length, under.length], [8, 8]);
});
