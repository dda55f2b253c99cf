import assert from "node:assert/strict";
import { test } from "node:test";
import { newPair, publicPart, type PrivateJwk, type PublicJwk } from "../curve.ts";
import { b64u, random, randomId } from "../bytes.ts";
import { makeKeyset, unlockKeyset, type Keyset } from "../keyset.ts";
import { seal, sign, unlock, unseal } from "../jose.ts";
import { flips, person, refused, wrapKey } from "./support.ts";

const CREATED = "2026-11-22T15:00:00Z";

test("a keyset opens with its own key and keeps nothing readable", async () => {
  const { account, keyset, name } = await person();
  assert.equal(account.account, name);
  assert.equal(account.view, keyset.view.view);
  for (const key of [account.signing, account.encryption, account.pairwise, account.manifestKey]) {
    assert.equal(key.extractable, false);
  }
});

test("another passphrase or another account opens nothing", async () => {
  const { keyset, name, wrap } = await person();
  await refused(async () => unlockKeyset(keyset, name, { wrapKey: await wrapKey() }));
  await refused(() => unlockKeyset(keyset, "somebody-else", { wrapKey: wrap }));
});

test("T3: every byte of every wrapped key flipped", async () => {
  const { keyset, name, wrap } = await person();
  const [wrapped, sealed] = [keyset.wrapped[0]!, keyset.view.sealed[0]!];
  const attempts: Keyset[] = [
    ...[...flips(wrapped.jwe!)].map(jwe => ({ ...keyset, wrapped: [{ ...wrapped, jwe }] })),
    ...[...flips(sealed.jwe)].map(jwe => ({ ...keyset, view: { ...keyset.view, sealed: [{ ...sealed, jwe }] } })),
    ...[...flips(keyset.view.keys)].map(keys => ({ ...keyset, view: { ...keyset.view, keys } })),
    ...[...flips(keyset.slots)].map(slots => ({ ...keyset, slots })),
    ...[...flips(keyset.card)].map(card => ({ ...keyset, card })),
  ];
  assert.ok(attempts.length > 2000);
  for (const attempt of attempts) {
    await refused(() => unlockKeyset(attempt, name, { wrapKey: wrap }));
  }
});

test("T2: parts of another account, or made by the server, are refused", async () => {
  const { keyset, name, wrap } = await person();
  const other = await person(name);
  for (const part of ["card", "slots", "wrapped", "view"] as const) {
    await refused(() => unlockKeyset({ ...keyset, [part]: other.keyset[part] }, name, { wrapKey: wrap }));
  }
  for (const part of ["share", "view", "sealed", "keys"] as const) {
    await refused(() => unlockKeyset({ ...keyset, view: { ...keyset.view, [part]: other.keyset.view[part] } }, name, { wrapKey: wrap }));
  }
});

test("T2: a view planted for the true slot needs the account's signature", async () => {
  const { keyset, name, wrap } = await person();
  const planted = await newPair();
  const { slots } = JSON.parse(Buffer.from(keyset.slots.split(".")[1]!, "base64url").toString()) as { slots: { slot: string; key: never }[] };
  const { slot, key } = slots[0]!;
  const view = keyset.view.view;
  const half = await sign(planted, "passerelle-half+jws", JSON.stringify({ suite: 1, account: name, view, slot, half: b64u(random(32)) }));
  const sealed = [{ slot, jwe: await seal(key, "passerelle-sealed+jwe", half) }];
  await refused(() => unlockKeyset({ ...keyset, view: { ...keyset.view, sealed } }, name, { wrapKey: wrap }));
  const list = await sign(planted, "passerelle-slots+jws", JSON.stringify({
    suite: 1, account: name, version: 2, slots: [{ slot, kind: "passphrase", key: publicPart(planted), created: CREATED }],
  }));
  await refused(() => unlockKeyset({ ...keyset, slots: list }, name, { wrapKey: wrap }));
});

test("what the account itself signed for another place does not fit here", async () => {
  const { keyset, name, wrap, account } = await person();
  const { slots } = JSON.parse(Buffer.from(keyset.slots.split(".")[1]!, "base64url").toString()) as { slots: { slot: string; key: PublicJwk }[] };
  const { slot, key } = slots[0]!;
  const list = (entry: object, version = 1): Promise<string> =>
    sign(account.signing, "passerelle-slots+jws", JSON.stringify({ suite: 1, account: name, version, slots: [{ slot, kind: "passphrase", key, created: CREATED, ...entry }] }));
  await unlockKeyset({ ...keyset, slots: await list({}, 2) }, name, { wrapKey: wrap });
  for (const entry of [{ key: publicPart(await newPair()) }, { slot: randomId() }, { kind: "passkey" }]) {
    await refused(async () => unlockKeyset({ ...keyset, slots: await list(entry) }, name, { wrapKey: wrap }));
  }
  // The master key would come out right: only what the half says of itself tells that it was made for elsewhere.
  const halfOf = await unseal(await slotKey(keyset, wrap), "passerelle-sealed+jwe", keyset.view.sealed[0]!.jwe);
  const genuine = JSON.parse(Buffer.from(halfOf.payload.split(".")[1]!, "base64url").toString()) as object;
  const withHalf = async (more: object): Promise<Keyset> => ({
    ...keyset, view: { ...keyset.view, sealed: [{ slot, jwe: await seal(key, "passerelle-sealed+jwe", await sign(account.signing, "passerelle-half+jws", JSON.stringify({ ...genuine, ...more }))) }] },
  });
  await unlockKeyset(await withHalf({}), name, { wrapKey: wrap });
  for (const more of [{ account: "x" }, { view: randomId() }, { slot: randomId() }]) {
    await refused(async () => unlockKeyset(await withHalf(more), name, { wrapKey: wrap }));
  }
  const card = await sign(account.signing, "passerelle-account+jws", JSON.stringify({
    suite: 1, account: name, signing: account.anchor, encryption: publicPart(await newPair()),
  }));
  await refused(() => unlockKeyset({ ...keyset, card }, name, { wrapKey: wrap }));
});

async function slotKey(keyset: Keyset, wrap: CryptoKey): Promise<PrivateJwk> {
  return (JSON.parse(await unlock(wrap, "passerelle-slot+jwe", keyset.wrapped[0]!.jwe!)) as { key: PrivateJwk }).key;
}

test("two keysets of one passphrase share nothing", async () => {
  const wrap = await wrapKey();
  const [a, b] = [await makeKeyset("x", wrap, CREATED), await makeKeyset("x", wrap, CREATED)];
  assert.notEqual(a.view.view, b.view.view);
  assert.notEqual(a.view.share, b.view.share);
  assert.notEqual(a.wrapped[0]?.slot, b.wrapped[0]?.slot);
});
