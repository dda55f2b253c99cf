import assert from "node:assert/strict";
import { test } from "node:test";
import type { Account } from "../account.ts";
import { b64u, random, randomId } from "../bytes.ts";
import { newPair, publicPart, type PrivateJwk } from "../curve.ts";
import { makeView, openView, unlockKeyset, withSlots, type Keyset, type Opener } from "../keyset.ts";
import { seal, sign } from "../jose.ts";
import { EMPTY, openManifest, sealManifest } from "../manifest.ts";
import { addSlot, becomePassphrase, dropSlot, dropUnknown, repair, rewrap } from "../slot-changes.ts";
import { doorOf, kitSecret, readRecoveryText, recoverySecret, recoveryText, wrapKeyOf } from "../slots.ts";
import { person, refused, wrapKey, type Person } from "./support.ts";

const CREATED = "2026-11-22T15:00:00Z";

interface Added {
  readonly keyset: Keyset;
  readonly opener: Opener;
  readonly slot: string;
}

/** A holder with one more slot, opened by what that slot's secret gives. */
async function withSlot({ keyset, account, wrap }: Person, kind: "passkey" | "recovery" | "kit" | "device"): Promise<Added> {
  const [slot, secret] = [randomId(), random(32)];
  const { publicKey: door } = await doorOf(secret);
  if (kind === "device") {
    const pair = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, false, ["deriveBits"]);
    const { kty, crv, x, y } = await crypto.subtle.exportKey("jwk", pair.publicKey);
    const devicePublic = { kty, crv, x, y } as PrivateJwk;
    const next = await addSlot(keyset, account, { wrapKey: wrap }, { kind, slot, door, devicePublic }, CREATED);
    return { keyset: next, slot, opener: { slot, key: pair.privateKey, anchor: account.anchor } };
  }
  const key = await wrapKeyOf(secret);
  return { keyset: await addSlot(keyset, account, { wrapKey: wrap }, { kind, slot, door, wrapKey: key }, CREATED), slot, opener: { wrapKey: key } };
}

const opens = async (given: Keyset, { name }: Person, opener: Opener): Promise<Account> => unlockKeyset(given, name, opener);

test("every kind of slot opens the same wallet, and the passphrase still does", async () => {
  const me = await person();
  for (const kind of ["passkey", "recovery", "kit", "device"] as const) {
    const { keyset, opener, slot } = await withSlot(me, kind);
    const opened = await opens(keyset, me, opener);
    assert.deepEqual([opened.slot, opened.view, opened.anchor], [slot, me.account.view, me.account.anchor]);
    assert.deepEqual(opened.slots.map(one => one.kind), ["passphrase", kind]);
    const file = await sealManifest(me.account, undefined, EMPTY);
    assert.equal((await openManifest(opened, file.jwe)).hash, file.hash);
    assert.equal((await opens(keyset, me, { wrapKey: me.wrap })).slot, me.account.slot);
    const entry = keyset.wrapped.find(one => one.slot === slot);
    assert.deepEqual([entry?.jwe === undefined, entry?.door === undefined], [kind === "device", false]);
  }
});

test("a session keeps nothing that can be read: keys that work, and secrets that are sealed", async () => {
  const { account } = await person();
  for (const value of Object.values({ ...account, ...account.secrets })) {
    assert.ok(!(value instanceof CryptoKey) || !value.extractable);
  }
  assert.ok(!JSON.stringify(account).includes('"d"'));
});

test("a dropped slot opens nothing; the passphrase cannot be dropped", async () => {
  const me = await person();
  const { keyset, opener, slot } = await withSlot(me, "passkey");
  const account = await opens(keyset, me, { wrapKey: me.wrap });
  const without = await dropSlot(keyset, account, slot);
  await refused(() => opens(without, me, opener));
  assert.deepEqual([without.wrapped.length, without.view.sealed.length], [1, 1]);
  // Its own wrapped key, served again by the server, is in no list.
  await refused(() => opens({ ...without, wrapped: keyset.wrapped, view: keyset.view }, me, opener));
  await refused(() => dropSlot(keyset, account, account.slot));
});

test("a device: another key, a planted anchor and a list without it are refused", async () => {
  const me = await person();
  const { keyset, slot } = await withSlot(me, "device");
  const { keyset: before } = me;
  const other = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, false, ["deriveBits"]);
  await refused(() => opens(keyset, me, { slot, key: other.privateKey, anchor: me.account.anchor }));
  await refused(async () => opens(keyset, me, { slot, key: other.privateKey, anchor: publicPart(await newPair()) }));
  await refused(() => opens(before, me, { slot, key: other.privateKey, anchor: me.account.anchor }));
  // The name of a slot of another kind does not make it a device.
  await refused(() => opens(keyset, me, { slot: me.account.slot, key: other.privateKey, anchor: me.account.anchor }));
});

test("an interrupted change of the passphrase: at each step exactly one of the two opens with what sign-in lets through", async () => {
  const me = await person();
  const [old, fresh]: Opener[] = [{ wrapKey: me.wrap }, { wrapKey: await wrapKey() }];
  const key = (opener: Opener): CryptoKey => ("wrapKey" in opener ? opener.wrapKey : assert.fail());
  const both = await rewrap(me.keyset, me.account, old!, key(fresh!), "both");
  assert.equal(both.slots, me.keyset.slots);
  for (const opener of [old!, fresh!]) {
    const opened = await opens(both, me, opener);
    assert.ok(opened.changing);
    const settled = await rewrap(both, opened, opener, key(opener), "only");
    assert.equal((await opens(settled, me, opener)).changing, false);
    await refused(() => opens(settled, me, opener === old ? fresh! : old!));
  }
  // Begun again with a third one: the one that never came to be is gone.
  const third: Opener = { wrapKey: await wrapKey() };
  const again = await rewrap(both, await opens(both, me, old!), old!, key(third), "both");
  await refused(() => opens(again, me, fresh!));
  assert.deepEqual([(await opens(again, me, old!)).slot, (await opens(again, me, third)).slot], [me.account.slot, me.account.slot]);
});

test("the slot recovered with becomes the passphrase's; until that signs in, the code still opens", async () => {
  const me = await person();
  const { keyset, opener, slot } = await withSlot(me, "recovery");
  const recovered = await opens(keyset, me, opener);
  const fresh = await wrapKey();
  const both = await becomePassphrase(keyset, recovered, opener, fresh);
  assert.deepEqual(both.wrapped.map(entry => [entry.slot === slot, entry.door !== undefined]), [[true, true], [true, false]]);
  await refused(() => opens(both, me, { wrapKey: me.wrap }));
  for (const way of [opener, { wrapKey: fresh }]) {
    const opened = await opens(both, me, way);
    assert.deepEqual([opened.slots.map(one => [one.slot, one.kind]), opened.changing, opened.missing], [[[slot, "passphrase"]], true, []]);
  }
  // Interrupted, and the new passphrase forgotten: the code does it again.
  const other = await wrapKey();
  const again = await becomePassphrase(both, await opens(both, me, opener), opener, other);
  await refused(() => opens(again, me, { wrapKey: fresh }));
  const settled = await rewrap(again, await opens(again, me, { wrapKey: other }), { wrapKey: other }, other, "only");
  assert.deepEqual(settled.wrapped.map(entry => entry.door), [undefined]);
  await refused(() => opens(settled, me, opener));
  assert.equal((await opens(settled, me, { wrapKey: other })).changing, false);
});

test("a mask: sealed to every slot, opened by each, and by nothing of the wallet under it", async () => {
  const me = await person();
  const { keyset, opener } = await withSlot(me, "passkey");
  const root = await opens(keyset, me, { wrapKey: me.wrap });
  const { view, account: masked } = await makeView(root);
  const file = await sealManifest(masked, undefined, EMPTY);
  for (const way of [opener, { wrapKey: me.wrap }]) {
    const opened = await opens({ ...keyset, view }, me, way);
    assert.deepEqual([opened.view, opened.missing], [view.view, []]);
    assert.equal((await openManifest(opened, file.jwe)).hash, file.hash);
    await refused(async () => openManifest(opened, (await sealManifest(root, undefined, EMPTY)).jwe));
    const { signing, encryption, pairwiseSeed } = { signing: opened.anchor, encryption: opened.encryptionKey, pairwiseSeed: opened.pairwise };
    assert.deepEqual([signing, encryption], [root.anchor, root.encryptionKey]);
    assert.equal(pairwiseSeed.extractable, false);
  }
  assert.notEqual(view.keys, keyset.view.keys);
  await refused(() => openManifest(root, file.jwe));
});

test("T8: the manifest of the wallet under a mask, or of an earlier mask, is refused under this one", async () => {
  const { account } = await person();
  const [{ account: first }, { account: second }] = [await makeView(account), await makeView(account)];
  const old = await sealManifest(first, undefined, EMPTY);
  await refused(() => openManifest(second, old.jwe));
  // Even under the right key: it names the view it was made for.
  const moved = await sealManifest({ ...first, manifestKey: second.manifestKey }, undefined, EMPTY);
  await refused(() => openManifest(second, moved.jwe));
});

test("T2: a planted view, and the half of another view, slot or account, are refused", async () => {
  const me = await person();
  const { keyset, slot } = await withSlot(me, "passkey");
  const root = await opens(keyset, me, { wrapKey: me.wrap });
  const { view } = await makeView(root);
  const way: Opener = { wrapKey: me.wrap };
  const other = await person(me.name);
  const planted = (await makeView({ ...other.account, slots: root.slots })).view;
  const sealedTo = (of: typeof view, from: string): typeof view.sealed => [{ slot: root.slot, jwe: of.sealed.find(one => one.slot === from)!.jwe }];
  const attempts: Keyset["view"][] = [
    planted,
    { ...view, sealed: planted.sealed }, { ...view, keys: planted.keys }, { ...view, share: planted.share }, { ...planted, view: view.view },
    { ...view, sealed: sealedTo(keyset.view, root.slot) }, { ...keyset.view, sealed: sealedTo(view, root.slot) },
    { ...view, sealed: sealedTo(view, slot) }, { ...view, view: keyset.view.view }, { ...keyset.view, keys: view.keys },
    { ...view, sealed: [] }, { ...view, sealed: [...view.sealed, ...view.sealed] },
  ];
  for (const attempt of attempts) {
    await refused(() => opens({ ...keyset, view: attempt }, me, way));
    await refused(async () => {
      const ended = await openView(keyset, root, way, attempt);
      // Keys of the wrong view open no manifest, and the right ones are not among these.
      await openManifest(ended, (await sealManifest(root, undefined, EMPTY)).jwe);
    });
  }
  const half = await sign(root.signing, "passerelle-half+jws", JSON.stringify({ suite: 1, account: "x", view: view.view, slot: root.slot, half: b64u(random(32)) }));
  const foreign = [{ slot: root.slot, jwe: await seal(root.slots[0]!.key, "passerelle-sealed+jwe", half) }];
  await refused(() => openView(keyset, root, way, { ...view, sealed: foreign }));
  await refused(() => openView(keyset, root, way, planted));
});

test("T2: a slot list without our slot, with it twice, or with two passphrases", async () => {
  const me = await person();
  const { keyset, opener } = await withSlot(me, "passkey");
  const { slots, signing, account } = await opens(keyset, me, opener);
  const listed = (list: readonly object[]): Promise<string> => sign(signing, "passerelle-slots+jws", JSON.stringify({ suite: 1, account, version: 9, slots: list }));
  const [passphrase, passkey] = slots;
  for (const list of [[passphrase], [passkey], [...slots, passkey], [...slots, { ...passphrase, slot: randomId() }]]) {
    await refused(async () => opens({ ...keyset, slots: await listed(list as object[]) }, me, opener));
  }
  assert.equal((await opens({ ...keyset, slots: await listed(slots) }, me, opener)).slotsVersion, 9);
});

test("T8: an older slot list is not taken in a session that has seen a newer one", async () => {
  const me = await person();
  const { keyset, slot } = await withSlot(me, "recovery");
  const account = await opens(keyset, me, { wrapKey: me.wrap });
  await refused(() => withSlots(me.keyset, account));
  await refused(() => dropSlot({ ...keyset, slots: me.keyset.slots }, account, slot));
  assert.deepEqual((await withSlots(keyset, account)).slots, account.slots);
});

test("a slot added under a mask opens the wallet below only after the holder, by another way in, said that it is theirs", async () => {
  const me = await person();
  const { view } = await makeView(me.account);
  const masked = await opens({ ...me.keyset, view }, me, { wrapKey: me.wrap });
  const { keyset, opener, slot } = await withSlot({ ...me, keyset: { ...me.keyset, view }, account: masked }, "passkey");
  assert.equal((await opens(keyset, me, opener)).view, view.view);
  const after: Keyset = { ...keyset, view: me.keyset.view };
  await refused(() => opens(after, me, opener), "slotWithoutView");
  const root = await opens(after, me, { wrapKey: me.wrap });
  assert.deepEqual(root.missing, [slot]);
  const repaired = await repair(after, root, { wrapKey: me.wrap });
  assert.deepEqual((await opens(repaired, me, opener)).missing, []);
  // No other change gives it the wallet unasked: each leaves it out.
  const way: Opener = { wrapKey: me.wrap };
  const added = await addSlot(after, root, way, { kind: "passkey", door: root.anchor, wrapKey: await wrapKey() }, CREATED);
  for (const changed of [added, await rewrap(after, root, way, await wrapKey(), "both"), await dropUnknown(after, root), await dropSlot(added, root, randomId())]) {
    assert.ok(!JSON.stringify([changed.wrapped, changed.view]).includes(slot));
    await refused(() => opens(changed, me, opener));
    assert.deepEqual((await opens(changed, me, way)).missing, []);
  }
  // Only the view that is open is sealed anew: a server cannot have another one's half written into it.
  await refused(() => repair({ ...after, view }, root, { wrapKey: me.wrap }));
});

test("codes: written in fours, read however they are typed, and refused before anything is asked when mistyped", async () => {
  const code = random(16);
  const text = await recoveryText(code);
  assert.match(text, /^([0-9A-HJKMNP-TV-Z]{4} ){7}[0-9A-HJKMNP-TV-Z]{4}$/);
  const sloppy = text.toLowerCase().replaceAll(" ", "-").replaceAll("0", "o").replaceAll("1", "l");
  assert.deepEqual([await readRecoveryText(text), await readRecoveryText(sloppy)], [code, code]);
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== " ") {
      await refused(() => readRecoveryText(text.slice(0, at) + (text[at] === "7" ? "8" : "7") + text.slice(at + 1)), "mistyped");
    }
  }
  await refused(() => readRecoveryText(text.slice(1)), "mistyped");
});

test("secrets of codes and kits depend on whose they are, and on the server's share", async () => {
  const [code, share] = [random(16), random(32)];
  const made = [
    await recoverySecret(code, "passerelle", "soleil-123-456"), await recoverySecret(code, "passerelle", "soleil-123-457"), await recoverySecret(code, "passerelle-700", "soleil-123-456"),
    await kitSecret(share, random(32), "a"), await kitSecret(share, share, "a"), await kitSecret(share, share, "b"),
  ].map(b64u);
  assert.equal(new Set(made).size, made.length);
  const [a, b] = [await doorOf(new Uint8Array(32)), await doorOf(new Uint8Array(32))];
  assert.deepEqual(a.publicKey, b.publicKey);
  assert.equal(a.signing.extractable, false);
});
