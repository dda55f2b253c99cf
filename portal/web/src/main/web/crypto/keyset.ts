import { accountSecrets, makeCard, readCard, unlocked, type Account, type AccountSecrets } from "./account.ts";
import { b64u, fromB64u, random, randomId, type Bytes } from "./bytes.ts";
import { newPair, privateJwk, publicJwk, publicPart, samePoint, type PublicJwk } from "./curve.ts";
import { damaged, orDamaged } from "./failure.ts";
import { hkdfBytes, hkdfKey, material } from "./hkdf.ts";
import { lock, seal, sign, unlock, unseal, verify } from "./jose.ts";
import { b32, count, id, list, loose, named, object, one, text, time, type ShapeOf } from "./shape.ts";

const wrappedEntry = { slot: id, jwe: text };
const view = { view: id, share: b32, sealed: list(loose(wrappedEntry)), keys: text };
/** What the server keeps for an account: nothing in it opens without a slot's secret. */
export const keyset = loose({ card: text, slots: text, wrapped: list(loose(wrappedEntry)), view: loose(view) });
export type Keyset = ReturnType<typeof keyset>;

const slotSecret = object({ suite: one(1), account: named, slot: id, kind: one("passphrase"), key: privateJwk, anchor: publicJwk });
const slotList = object({
  suite: one(1), account: named, version: count,
  slots: list(object({ slot: id, kind: named, key: publicJwk, created: time })),
});
const half = object({ suite: one(1), account: named, view: id, slot: id, half: b32 });

/** A new account with one passphrase slot and one view. */
export async function makeKeyset(account: string, wrapKey: CryptoKey, created: string): Promise<Keyset> {
  const [signing, encryption, slotPair] = [await newPair(), await newPair(), await newPair()];
  const secrets: AccountSecrets = { suite: 1, account, signing, encryption, pairwiseSeed: b64u(random(32)) };
  const [slot, viewId, share, halfBytes] = [randomId(), randomId(), random(32), random(32)];
  try {
    const master = await masterKey(halfBytes, share, account, viewId);
    const anchor = publicPart(signing);
    const sealedHalf = await sign(signing, "passerelle-half+jws", JSON.stringify({ suite: 1, account, view: viewId, slot, half: b64u(halfBytes) }));
    const slots = [{ slot, kind: "passphrase", key: publicPart(slotPair), created }];
    return {
      card: await makeCard(secrets),
      slots: await sign(signing, "passerelle-slots+jws", JSON.stringify({ suite: 1, account, version: 1, slots })),
      wrapped: [{ slot, jwe: await lock(wrapKey, "passerelle-slot+jwe", JSON.stringify({ suite: 1, account, slot, kind: "passphrase", key: slotPair, anchor })) }],
      view: {
        view: viewId, share: b64u(share),
        sealed: [{ slot, jwe: await seal(slotPair, "passerelle-sealed+jwe", sealedHalf) }],
        keys: await lock(await hkdfKey(master, "passerelle/1/keys"), "passerelle-keys+jwe", JSON.stringify(secrets)),
      },
    };
  } finally {
    halfBytes.fill(0);
  }
}

/**
 * Opens a keyset with the key of the passphrase. Each step is checked against the anchor that only the slot's secret reveals,
 * so the server can plant neither keys nor a view (T2). Whatever is wrong is `damaged`, and nothing is used.
 */
export function unlockKeyset(given: Keyset, account: string, wrapKey: CryptoKey): Promise<Account> {
  return orDamaged(async () => {
    const secret = await openSlot(given, wrapKey);
    const { anchor, slot } = secret;
    const slots = slotList(JSON.parse(await verify(anchor, "passerelle-slots+jws", given.slots)));
    const listed = slots.slots.filter(entry => entry.slot === slot);
    if (secret.account !== account || slots.account !== account || listed.length !== 1
      || listed[0]?.kind !== "passphrase" || !samePoint(listed[0].key, secret.key)) {
      throw damaged();
    }
    const master = await openView(given, account, secret);
    const secrets = accountSecrets(JSON.parse(
      await unlock(await hkdfKey(master, "passerelle/1/keys"), "passerelle-keys+jwe", given.view.keys)));
    const card = await readCard(given.card, anchor);
    if (secrets.account !== account || card.account !== account
      || !samePoint(secrets.signing, anchor) || !samePoint(secrets.encryption, card.encryption)) {
      throw damaged();
    }
    return unlocked(secrets, given.view.view, await hkdfKey(master, "passerelle/1/manifest"));
  });
}

async function openSlot(given: Keyset, wrapKey: CryptoKey): Promise<ShapeOf<{ account: typeof named; slot: typeof id; key: typeof privateJwk; anchor: typeof publicJwk }>> {
  for (const { slot, jwe } of given.wrapped) {
    const payload = await unlock(wrapKey, "passerelle-slot+jwe", jwe).catch(() => undefined);
    if (payload !== undefined) {
      const secret = slotSecret(JSON.parse(payload));
      if (secret.slot !== slot) {
        throw damaged();
      }
      return secret;
    }
  }
  throw damaged();
}

async function openView(given: Keyset, account: string, { slot, key, anchor }: { slot: string; key: ReturnType<typeof privateJwk>; anchor: PublicJwk }): Promise<CryptoKey> {
  const { view: viewId, share, sealed } = given.view;
  const mine = sealed.filter(entry => entry.slot === slot);
  if (mine.length !== 1 || mine[0] === undefined) {
    throw damaged();
  }
  const { payload } = await unseal(key, "passerelle-sealed+jwe", mine[0].jwe);
  const opened = half(JSON.parse(await verify(anchor, "passerelle-half+jws", payload)));
  if (opened.account !== account || opened.view !== viewId || opened.slot !== slot) {
    throw damaged();
  }
  const bytes = fromB64u(opened.half);
  try {
    return await masterKey(bytes, fromB64u(share), account, viewId);
  } finally {
    bytes.fill(0);
  }
}

async function masterKey(halfBytes: Bytes, share: Bytes, account: string, viewId: string): Promise<CryptoKey> {
  const bytes = await hkdfBytes(await material(halfBytes), `passerelle/1/view|${account}|${viewId}`, 32, share);
  try {
    return await material(bytes);
  } finally {
    bytes.fill(0);
  }
}
