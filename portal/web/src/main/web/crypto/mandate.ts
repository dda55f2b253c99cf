import { readForeignCard, type Account } from "./account.ts";
import { b64u, concat, fromB64u } from "./bytes.ts";
import { publicJwk, samePoint, thumbprint, type PublicJwk } from "./curve.ts";
import { damaged, orDamaged } from "./failure.ts";
import { keyInHeader, sign, verify } from "./jose.ts";
import { sha256 } from "./sha256.ts";
import { b32, count, id, list, named, object, one, text, time, type ShapeOf } from "./shape.ts";

/** In this order, each at most once; `add` alone is the blind helper. */
export const RIGHTS = ["add", "file", "print", "ask", "read"] as const;
export type Right = (typeof RIGHTS)[number];

const content = {
  suite: one(1), mandate: id, version: count, holder: named, holderName: text, helper: named, helperName: text,
  /** The helper's. */
  signing: publicJwk, encryption: publicJwk,
  /** The holder's: what is sent is sealed to it. */
  to: publicJwk, rights: list(one(...RIGHTS)), from: time, until: time,
};
const readContent = object(content);
const pin = object({ suite: one(1), mandate: id, anchor: b32 });

/** What a holder lets a helper do, until when: written so that both, and the server, can read it; signed by the holder. */
export type Mandate = ShapeOf<typeof content>;
export type Terms = Omit<Mandate, "suite" | "holder" | "to">;

export function signMandate(account: Account, terms: Terms): Promise<string> {
  const payload: Mandate = readContent({ suite: 1, holder: account.account, to: account.encryptionKey, ...terms });
  return sign(account.signing, "passerelle-mandate+jws", JSON.stringify(payload), { jwk: account.anchor });
}

/** `anchor` is the holder's signing key, from the holder's own account or from what the helper pinned; never from the file. */
export function readMandate(jws: string, anchor: PublicJwk): Promise<Mandate> {
  return orDamaged(async () => {
    const read = readContent(JSON.parse(await verify(anchor, "passerelle-mandate+jws", jws, ["jwk"])));
    const places = read.rights.map(right => RIGHTS.indexOf(right));
    if (!samePoint(keyInHeader(jws), anchor) || read.version < 1 || read.rights.length === 0
      || places.some((place, i) => i > 0 && place <= (places[i - 1] ?? 0)) || Date.parse(read.from) >= Date.parse(read.until)) {
      throw damaged();
    }
    return read;
  });
}

/** The key a mandate says it is signed by: to be held against a pin before anything is believed. */
export function claimedAnchor(jws: string): Promise<PublicJwk> {
  return orDamaged(async () => Promise.resolve(keyInHeader(jws)));
}

/** The helper's own note of whose mandate this is, made at the table after the words were compared. The server keeps it and cannot make one. */
export async function pinMandate(account: Account, mandate: string, anchor: PublicJwk): Promise<string> {
  return sign(account.signing, "passerelle-mandate-pin+jws", JSON.stringify({ suite: 1, mandate, anchor: await thumbprint(anchor) }));
}

export function readPin(account: Account, jws: string, mandate: string): Promise<string> {
  return orDamaged(async () => {
    const read = pin(JSON.parse(await verify(account.anchor, "passerelle-mandate-pin+jws", jws)));
    return read.mandate === mandate ? read.anchor : Promise.reject(damaged());
  });
}

/** What a helper says of their number before they know the holder's. */
export async function commitment(number: string): Promise<string> {
  return b64u(await sha256(fromB64u(number)));
}

/** A card and a number drawn by chance, of each side. */
export interface Side {
  readonly card: string;
  readonly account: string;
  readonly number: string;
}

/**
 * Sixteen bytes that both sides of the table compute, shown as two words. The helper is bound to their number before the holder's is known, and shows
 * it after: who carries the cards and changes one has a single guess at the words (1 in 262,144), however long they compute.
 */
export async function comparison(helper: Side, holder: Side): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for (const { card, account, number } of [helper, holder]) {
    const { signing, encryption } = await readForeignCard(card, account);
    all.push(fromB64u(await thumbprint(signing)), fromB64u(await thumbprint(encryption)), fromB64u(number));
  }
  return (await sha256(concat(...all))).slice(0, 16);
}
