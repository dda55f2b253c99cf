import { b64u, fromB64u, random, utf8 } from "./bytes.ts";
import { checked, fromCrockford, withCheck } from "./crockford.ts";
import { publicJwk, thumbprint } from "./curve.ts";
import { damaged, orDamaged } from "./failure.ts";
import { hkdfBytes, material } from "./hkdf.ts";
import { seal, sign, unseal } from "./jose.ts";
import type { KitCard } from "./kit.ts";
import { openingPairOf, pairOf } from "./scalar.ts";
import { sha256 } from "./sha256.ts";
import { id, loose, matching, object, one, type Reader } from "./shape.ts";

const [SLIP, FINGERPRINT] = [16, 11];

/** 24 letters: names a recovery, and at the same time its keys (88 bits of their hash and a check). */
export const recoveryCode: Reader<string> = matching(/^[0-9A-HJKMNP-TV-Z]{24}$/);
export const freshKeys = loose({ signing: publicJwk, encryption: publicJwk });
/** The public keys of somebody who is recovering: one proves who asks, to the other the shares are sealed. */
export type FreshKeys = ReturnType<typeof freshKeys>;

/** Somebody who is recovering. Both pairs come from the slip: nothing has to be stored for the days of the wait. */
export interface Recovering {
  readonly code: string;
  readonly keys: FreshKeys;
  readonly signing: CryptoKey;
  readonly opening: CryptoKey;
}

/** 32 letters to write down: who has them can continue this recovery, and nothing else. */
export function newSlip(): Promise<string> {
  return withCheck(random(SLIP));
}

export async function recoveringFrom(slip: string): Promise<Recovering> {
  const bytes = await checked(slip, SLIP);
  const secret = await material(bytes);
  bytes.fill(0);
  const prover = await pairOf(await hkdfBytes(secret, "passerelle/1/recovering|sign", 48));
  const opener = await openingPairOf(await hkdfBytes(secret, "passerelle/1/recovering|seal", 48));
  const keys = { signing: prover.publicKey, encryption: opener.publicKey };
  return { code: await codeOf(keys), keys, signing: prover.signing, opening: opener.opening };
}

/** The name follows from the keys: whoever has it from the person cannot be given other keys by a server (T14). */
export async function codeOf({ signing, encryption }: FreshKeys): Promise<string> {
  const hash = await sha256(utf8(`passerelle/1/recovering|${await thumbprint(encryption)}|${await thumbprint(signing)}`));
  return withCheck(hash.slice(0, FINGERPRINT));
}

/** A code as somebody typed it: `mistyped` unless it checks. */
export async function readCode(typed: string): Promise<string> {
  return withCheck(await checked(typed, FINGERPRINT));
}

/** What the words of a code are made from, on both screens alike. */
export function codeBytes(code: string): string {
  return b64u(fromCrockford(code, FINGERPRINT + 4) ?? new Uint8Array(0));
}

/** Says that whoever asks has the slip. */
export function prove({ code, signing }: Recovering, what: object, at: string): Promise<string> {
  return sign(signing, "passerelle-recovering+jws", JSON.stringify({ suite: 1, recovery: code, at, ...what }));
}

const sealedShare = object({ suite: one(1), recovery: recoveryCode, kit: id, card: one(1, 2, 3), share: matching(/^[A-Za-z0-9_-]{44}$/), commitment: id });

/** A card's share for the one person who is recovering under this code. Keys that do not belong to the code are refused before anything is sealed. */
export async function sealShare(code: string, keys: FreshKeys, { kit, card, share, commitment }: KitCard): Promise<string> {
  if (await codeOf(keys) !== code) {
    throw damaged();
  }
  const payload = { suite: 1, recovery: code, kit, card, share: b64u(share), commitment: b64u(commitment) };
  return seal(keys.encryption, "passerelle-share+jwe", JSON.stringify(payload));
}

export function openShare({ code, opening }: Recovering, jwe: string): Promise<KitCard> {
  return orDamaged(async () => {
    const { recovery, kit, card, share, commitment } = sealedShare(JSON.parse((await unseal(opening, "passerelle-share+jwe", jwe)).payload));
    const opened = { kit, card, share: fromB64u(share), commitment: fromB64u(commitment) };
    return recovery === code ? opened : Promise.reject(damaged());
  });
}
