import { accountSecrets, makeCard, readCard, slotEntry, unlocked, type Account, type AccountSecrets, type Slot, type SlotKind } from "./account.ts";
import { b64u, random, randomId } from "./bytes.ts";
import { newPair, openingKey, privateJwk, publicJwk, publicPart, samePoint, type PrivateJwk, type PublicJwk } from "./curve.ts";
import { damaged, fail, orDamaged } from "./failure.ts";
import { lock, sign, unlock, verify } from "./jose.ts";
import { count, id, list, loose, named, object, one, optional, text } from "./shape.ts";
import { newHalf, openHalf, sealHalf, view, viewKeys, type SlotKey, type View, type ViewKeys } from "./view.ts";

/** `jwe` is absent for a device, whose key never leaves it; `door` for the passphrase, which signs in by its own secret. */
const wrappedEntry = loose({ slot: id, jwe: optional(text), door: optional(publicJwk) });
export type Wrapped = ReturnType<typeof wrappedEntry>;
/** What the server keeps for an account: nothing in it opens without a slot's secret. */
export const keyset = loose({ card: text, slots: text, wrapped: list(wrappedEntry), view });
export type Keyset = ReturnType<typeof keyset>;

/** The key of a secret somebody knows or holds, or a device's own key with what the device remembers of the account. */
export type Opener = { readonly wrapKey: CryptoKey } | { readonly slot: string; readonly key: CryptoKey; readonly anchor: PublicJwk };

const slotSecret = object({
  suite: one(1), account: named, slot: id, kind: one("passphrase", "passkey", "recovery", "kit"), key: privateJwk, anchor: publicJwk,
});
export type SlotSecret = ReturnType<typeof slotSecret>;

const slotList = object({ suite: one(1), account: named, version: count, slots: list(slotEntry) });

/** A new account with one passphrase slot and one view. */
export async function makeKeyset(account: string, wrapKey: CryptoKey, created: string): Promise<Keyset> {
  const [signing, encryption, key] = [await newPair(), await newPair(), await newPair()];
  const seed = random(32);
  const secrets: AccountSecrets = { suite: 1, account, signing, encryption, pairwiseSeed: b64u(seed) };
  seed.fill(0);
  const slot: Slot = { slot: randomId(), kind: "passphrase", key: publicPart(key), created };
  return {
    card: await makeCard(secrets),
    slots: await signSlots(signing, account, 1, [slot]),
    wrapped: [{ slot: slot.slot, jwe: await wrapSlot(wrapKey, { suite: 1, account, slot: slot.slot, kind: "passphrase", key, anchor: publicPart(signing) }) }],
    view: (await sealView(secrets, signing, [slot])).view,
  };
}

/**
 * Opens a keyset by one of its slots. Each step is checked against the anchor that only the slot's secret (or the device) reveals,
 * so the server can plant neither keys nor a view (T2). Whatever is wrong is `damaged`, and nothing is used.
 */
export async function unlockKeyset(given: Keyset, account: string, opener: Opener): Promise<Account> {
  const { own, key, slots, version } = await orDamaged(() => openSlot(given, account, opener));
  const missing = slots.filter(entry => !given.view.sealed.some(sealed => sealed.slot === entry.slot)).map(entry => entry.slot);
  if (own.kind !== "passphrase" && missing.includes(own.slot)) {
    // Added while a mask hid this view: another way in must open it once, then this one can.
    throw fail("slotWithoutView");
  }
  return orDamaged(async () => {
    const keys = await viewKeys(await openHalf(given.view, key), given.view.share);
    const sealed = { jwe: given.view.keys, key: keys.secrets };
    const secrets = await openSecrets(sealed);
    const card = await readCard(given.card, key.anchor);
    if (secrets.account !== account || card.account !== account
      || !samePoint(secrets.signing, key.anchor) || !samePoint(secrets.encryption, card.encryption)) {
      throw damaged();
    }
    const changing = given.wrapped.filter(entry => entry.slot === own.slot).length > 1;
    return unlocked(secrets, {
      view: given.view.view, manifestKey: keys.manifest, secrets: sealed, slot: own.slot, slots, slotsVersion: version, newest: { version }, missing, changing,
    });
  });
}

/** A fresh view of an open account, sealed to each of its slots; with it the account as that view shows it. */
export async function makeView(account: Account): Promise<{ readonly view: View; readonly account: Account }> {
  const secrets = await openSecrets(account.secrets);
  const { view: made, keys } = await sealView(secrets, account.signing, account.slots);
  return { view: made, account: { ...account, view: made.view, manifestKey: keys.manifest, secrets: { jwe: made.keys, key: keys.secrets }, missing: [] } };
}

/** A view that has ended, opened by the same slot: planted ones, and those of another slot or account, are `damaged`. */
export function openView(given: Keyset, account: Account, opener: Opener, ended: View): Promise<Account> {
  return orDamaged(async () => {
    const { key } = await openSlot(given, account.account, opener);
    if (!samePoint(key.anchor, account.anchor)) {
      throw damaged();
    }
    const keys = await viewKeys(await openHalf(ended, key), ended.share);
    const sealed = { jwe: ended.keys, key: keys.secrets };
    const secrets = await openSecrets(sealed);
    if (secrets.account !== account.account || !samePoint(secrets.signing, account.anchor)) {
      throw damaged();
    }
    return { ...account, view: ended.view, manifestKey: keys.manifest, secrets: sealed };
  });
}

/** The slots as they are now, signed by this account, and not older than those this session has seen (T8). */
export function withSlots(given: Keyset, account: Account): Promise<Account> {
  return orDamaged(async () => {
    const { slots, version } = await readSlots(given, account.account, account.anchor);
    if (version < account.newest.version) {
      throw damaged();
    }
    account.newest.version = version;
    return { ...account, slots, slotsVersion: version };
  });
}

export function signSlots(signing: CryptoKey | PrivateJwk, account: string, version: number, slots: readonly Slot[]): Promise<string> {
  return sign(signing, "passerelle-slots+jws", JSON.stringify({ suite: 1, account, version, slots }));
}

export function wrapSlot(wrapKey: CryptoKey, secret: SlotSecret): Promise<string> {
  return lock(wrapKey, "passerelle-slot+jwe", JSON.stringify(secret));
}

/** The entry that this key opens, and what is in it. */
export async function openWrapped(given: Keyset, wrapKey: CryptoKey): Promise<{ readonly entry: Wrapped; readonly secret: SlotSecret }> {
  for (const entry of given.wrapped) {
    const payload = entry.jwe === undefined ? undefined : await unlock(wrapKey, "passerelle-slot+jwe", entry.jwe).catch(() => undefined);
    if (payload !== undefined) {
      const secret = slotSecret(JSON.parse(payload));
      if (secret.slot !== entry.slot) {
        throw damaged();
      }
      return { entry, secret };
    }
  }
  throw damaged();
}

/** The slot an opener opens, checked against the list that its anchor signed. */
export async function openSlot(given: Keyset, account: string, opener: Opener): Promise<{ own: Slot; key: SlotKey; slots: readonly Slot[]; version: number }> {
  const { key, kind, point } = "wrapKey" in opener ? await slotKey(given, opener.wrapKey) : { key: { ...opener, account }, kind: "device", point: undefined };
  const { slots, version } = await readSlots(given, account, key.anchor);
  const own = slots.find(entry => entry.slot === key.slot);
  if (own === undefined || own.kind !== kind || key.account !== account || (point !== undefined && !samePoint(own.key, point))) {
    throw damaged();
  }
  return { own, key, slots, version };
}

async function slotKey(given: Keyset, wrapKey: CryptoKey): Promise<{ key: SlotKey; kind: SlotKind; point: PublicJwk }> {
  const { account, slot, kind, key, anchor } = (await openWrapped(given, wrapKey)).secret;
  return { key: { account, slot, key: await openingKey(key), anchor }, kind, point: key };
}

async function readSlots(given: Keyset, account: string, anchor: PublicJwk): Promise<ReturnType<typeof slotList>> {
  const read = slotList(JSON.parse(await verify(anchor, "passerelle-slots+jws", given.slots)));
  const [ids, passphrases] = [new Set(read.slots.map(entry => entry.slot)), read.slots.filter(entry => entry.kind === "passphrase")];
  if (read.account !== account || ids.size !== read.slots.length || passphrases.length !== 1) {
    throw damaged();
  }
  return read;
}

async function openSecrets({ jwe, key }: Account["secrets"]): Promise<AccountSecrets> {
  return accountSecrets(JSON.parse(await unlock(key, "passerelle-keys+jwe", jwe)));
}

async function sealView(secrets: AccountSecrets, signing: CryptoKey | PrivateJwk, slots: readonly Slot[]): Promise<{ view: View; keys: ViewKeys }> {
  const [half, share] = [newHalf(secrets.account), b64u(random(32))];
  try {
    const sealed = await sealHalf(half, signing, slots);
    const keys = await viewKeys(half, share);
    return { keys, view: { view: half.view, share, sealed, keys: await lock(keys.secrets, "passerelle-keys+jwe", JSON.stringify(secrets)) } };
  } finally {
    half.bytes.fill(0);
  }
}
