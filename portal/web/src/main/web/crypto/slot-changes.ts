import type { Account, Slot, SlotKind } from "./account.ts";
import { randomId } from "./bytes.ts";
import { newPair, publicPart, type PublicJwk } from "./curve.ts";
import { damaged, orDamaged } from "./failure.ts";
import { openSlot, openWrapped, signSlots, withSlots, wrapSlot, type Keyset, type Opener, type Wrapped } from "./keyset.ts";
import { openHalf, sealHalf, type View } from "./view.ts";

export interface NewSlot {
  /** Drawn by chance unless the caller has to remember it. */
  readonly slot?: string;
  readonly kind: Exclude<SlotKind, "passphrase">;
  /** Of the slot's secret; not for a device. */
  readonly wrapKey?: CryptoKey;
  readonly door: PublicJwk;
  /** A device's own public key: its private one exists nowhere else. */
  readonly devicePublic?: PublicJwk;
}

/** How a passphrase is changed: first both secrets open the slot, and once sign-in has changed only the new one does. */
export type Mode = "both" | "only";

/** One more way in. It opens the view that is open now; hidden ones are sealed to it once they are open again. */
export function addSlot(given: Keyset, account: Account, opener: Opener, added: NewSlot, created: string): Promise<Keyset> {
  return orDamaged(async () => {
    const { slots, slotsVersion } = await known(given, account);
    const { slot = randomId(), kind, door, wrapKey, devicePublic } = added;
    const pair = kind === "device" ? undefined : await newPair();
    const key = pair === undefined ? devicePublic : publicPart(pair);
    if (key === undefined || (kind === "device") !== (wrapKey === undefined) || slots.some(entry => entry.slot === slot)) {
      throw damaged();
    }
    const entry: Wrapped = kind === "device" || pair === undefined || wrapKey === undefined
      ? { slot, door }
      : { slot, door, jwe: await wrapSlot(wrapKey, { suite: 1, account: account.account, slot, kind, key: pair, anchor: account.anchor }) };
    const all = [...slots, { slot, kind, key, created }];
    return {
      ...given, slots: await signSlots(account.signing, account.account, slotsVersion + 1, all),
      wrapped: of(all, [...given.wrapped, entry]), view: await resealed(given, account, opener, all),
    };
  });
}

/** Any slot but the passphrase's. */
export function dropSlot(given: Keyset, account: Account, slot: string): Promise<Keyset> {
  return orDamaged(async () => {
    const { slots, slotsVersion } = await known(given, account);
    if (slots.find(entry => entry.slot === slot)?.kind === "passphrase") {
      throw damaged();
    }
    return only(given, account, slotsVersion, slots.filter(entry => entry.slot !== slot));
  });
}

/** Every slot that cannot open this view: made while a mask hid it, and not by the holder. */
export function dropUnknown(given: Keyset, account: Account): Promise<Keyset> {
  return orDamaged(async () => {
    const { slots, slotsVersion } = await known(given, account);
    return only(given, account, slotsVersion, slots);
  });
}

/** The same slot, its private key wrapped anew. With "only", what opened it before does not any more. */
export function rewrap(given: Keyset, account: Account, opener: Opener, newWrapKey: CryptoKey, mode: Mode): Promise<Keyset> {
  return orDamaged(async () => {
    const { entry, secret } = await openOwn(given, account, opener);
    const fresh: Wrapped = { slot: secret.slot, jwe: await wrapSlot(newWrapKey, secret) };
    const rewrapped = { ...given, wrapped: replaced(given, secret.slot, mode === "both" ? [entry, fresh] : [fresh]) };
    const { slots, slotsVersion, missing } = await known(given, account);
    return missing.length === 0 ? rewrapped : only(rewrapped, account, slotsVersion, slots);
  });
}

/**
 * The slot that was recovered with becomes the passphrase's, with the same pair: what was sealed to it anywhere stays open to the holder.
 * With "both", the code keeps its door until the new passphrase signs in: interrupted in between, it can be done again.
 */
export function becomePassphrase(given: Keyset, account: Account, opener: Opener, newWrapKey: CryptoKey, mode: Mode = "both"): Promise<Keyset> {
  return orDamaged(async () => {
    const { entry, secret, wrapKey } = await openOwn(given, account, opener);
    const { slots, slotsVersion } = await known(given, account);
    const { slot } = secret;
    const left = slots.filter(one => one.kind !== "passphrase" || one.slot === slot)
      .map(one => (one.slot === slot ? { ...one, kind: "passphrase" as const } : one));
    const mine = { ...secret, kind: "passphrase" as const };
    const fresh: Wrapped = { slot, jwe: await wrapSlot(newWrapKey, mine) };
    const recovered: Wrapped = { ...entry, jwe: await wrapSlot(wrapKey, mine) };
    return {
      ...given, slots: await signSlots(account.signing, account.account, slotsVersion + 1, left),
      wrapped: of(left, replaced(given, slot, mode === "both" ? [recovered, fresh] : [fresh])),
      view: await resealed(given, account, opener, left),
    };
  });
}

/** Seals the view to slots that were added while a mask hid it: only when the holder has said that they are theirs. */
export function repair(given: Keyset, account: Account, opener: Opener): Promise<Keyset> {
  return orDamaged(async () => ({ ...given, view: await resealed(given, account, opener, (await withSlots(given, account)).slots) }));
}

async function openOwn(given: Keyset, account: Account, opener: Opener): Promise<Awaited<ReturnType<typeof openWrapped>> & { wrapKey: CryptoKey }> {
  if (!("wrapKey" in opener)) {
    throw damaged();
  }
  const { own } = await openSlot(given, account.account, opener);
  if (own.slot !== account.slot) {
    throw damaged();
  }
  return { ...await openWrapped(given, opener.wrapKey), wrapKey: opener.wrapKey };
}

function replaced(given: Keyset, slot: string, entries: readonly Wrapped[]): readonly Wrapped[] {
  return [...given.wrapped.filter(entry => entry.slot !== slot), ...entries];
}

/** To every slot of the list anew: a half that a server damaged or left out is whole again. */
async function resealed(given: Keyset, account: Account, opener: Opener, slots: readonly Slot[]): Promise<View> {
  const { key } = await openSlot(given, account.account, opener);
  if (given.view.view !== account.view) {
    throw damaged();
  }
  const half = await openHalf(given.view, key);
  try {
    return { ...given.view, sealed: await sealHalf(half, account.signing, slots) };
  } finally {
    half.bytes.fill(0);
  }
}

/**
 * The slots that can open this view. One that was made under a mask may be somebody else's, made in front of the holder: no change
 * seals the view to it unasked, each leaves it out.
 */
async function known(given: Keyset, account: Account): Promise<Account> {
  const now = await withSlots(given, account);
  const sealed = new Set(given.view.sealed.map(entry => entry.slot));
  return { ...now, slots: now.slots.filter(entry => sealed.has(entry.slot)), missing: now.slots.map(entry => entry.slot).filter(slot => !sealed.has(slot)) };
}

async function only(given: Keyset, account: Account, version: number, slots: readonly Slot[]): Promise<Keyset> {
  return {
    ...given, slots: await signSlots(account.signing, account.account, version + 1, slots),
    wrapped: of(slots, given.wrapped), view: { ...given.view, sealed: of(slots, given.view.sealed) },
  };
}

function of<T extends { readonly slot: string }>(slots: readonly Slot[], entries: readonly T[]): readonly T[] {
  return entries.filter(entry => slots.some(slot => slot.slot === entry.slot));
}
