import type { Slot } from "./account.ts";
import { b64u, fromB64u, random, randomId, type Bytes } from "./bytes.ts";
import type { PrivateJwk, PublicJwk } from "./curve.ts";
import { damaged } from "./failure.ts";
import { hkdfBytes, hkdfKey, material } from "./hkdf.ts";
import { seal, sign, unseal, verify } from "./jose.ts";
import { b32, id, list, loose, named, object, one, text } from "./shape.ts";

const half = object({ suite: one(1), account: named, view: id, slot: id, half: b32 });

/** A view as the server keeps it: the other half of its master key is sealed to each slot. */
export const view = loose({ view: id, share: b32, sealed: list(loose({ slot: id, jwe: text })), keys: text });
export type View = ReturnType<typeof view>;

/** What one slot opens of a view: keys that work and cannot be read. */
export interface ViewKeys {
  readonly secrets: CryptoKey;
  readonly manifest: CryptoKey;
}

/** The half, in the clear, with everything that says where it belongs. The caller zeroes `bytes`. */
export interface Half {
  readonly account: string;
  readonly view: string;
  readonly bytes: Bytes;
}

export function newHalf(account: string): Half {
  return { account, view: randomId(), bytes: random(32) };
}

/** Signed by the account for this slot of this view, so that a server can plant none of its own (T2). */
export function sealHalf({ account, view: id, bytes }: Half, signing: CryptoKey | PrivateJwk, slots: readonly Slot[]): Promise<View["sealed"]> {
  return Promise.all(slots.map(async ({ slot, key }) => {
    const signed = await sign(signing, "passerelle-half+jws", JSON.stringify({ suite: 1, account, view: id, slot, half: b64u(bytes) }));
    return { slot, jwe: await seal(key, "passerelle-sealed+jwe", signed) };
  }));
}

export interface SlotKey {
  readonly account: string;
  readonly slot: string;
  readonly key: CryptoKey;
  readonly anchor: PublicJwk;
}

export async function openHalf(given: View, { account, slot, key, anchor }: SlotKey): Promise<Half> {
  const mine = given.sealed.filter(entry => entry.slot === slot);
  if (mine.length !== 1 || mine[0] === undefined) {
    throw damaged();
  }
  const { payload } = await unseal(key, "passerelle-sealed+jwe", mine[0].jwe);
  const opened = half(JSON.parse(await verify(anchor, "passerelle-half+jws", payload)));
  if (opened.account !== account || opened.view !== given.view || opened.slot !== slot) {
    throw damaged();
  }
  return { account, view: opened.view, bytes: fromB64u(opened.half) };
}

/** Zeroes the half: from here on only keys that cannot be read. */
export async function viewKeys({ account, view: id, bytes }: Half, share: string): Promise<ViewKeys> {
  let master: Bytes | undefined;
  try {
    master = await hkdfBytes(await material(bytes), `passerelle/1/view|${account}|${id}`, 32, fromB64u(share));
    const key = await material(master);
    return { secrets: await hkdfKey(key, "passerelle/1/keys"), manifest: await hkdfKey(key, "passerelle/1/manifest") };
  } finally {
    bytes.fill(0);
    master?.fill(0);
  }
}
