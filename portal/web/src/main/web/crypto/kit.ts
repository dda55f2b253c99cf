import { combine, split } from "shamir-secret-sharing";
import { b64u, concat, equal, fromB64u, random, utf8, type Bytes } from "./bytes.ts";
import { checked, crockford, withCheck } from "./crockford.ts";
import { fail } from "./failure.ts";
import { hkdfBytes, material } from "./hkdf.ts";
import { sha256 } from "./sha256.ts";

/** Whose card: the holder's is 1, those of the two organisations 2 and 3. */
export type CardNumber = 1 | 2 | 3;

/** One printed card. Two of the three give the kit key; one alone says nothing about it. */
export interface KitCard {
  readonly kit: string;
  readonly card: CardNumber;
  /** A share of the kit key: 32 bytes and the place on the curve. */
  readonly share: Bytes;
  /** 16 bytes of a hash of the kit key: a wrong share can give a wrong key, and this tells. */
  readonly commitment: Bytes;
}

const [KEY, SHARE, COMMITMENT] = [32, 33, 16];
const SUITE = 0x10;
const LENGTH = 1 + 16 + SHARE + COMMITMENT;
/** Before the letters, in a QR code: says what was scanned. */
const LABEL = "PASSERELLE-KIT:";

/** Splits a kit key on three cards, two of which are needed. */
export async function makeCards(kit: string, kitKey: Bytes): Promise<readonly KitCard[]> {
  const commitment = await commitmentOf(kit, kitKey);
  const shares = await split(kitKey, 3, 2);
  return shares.map((share, index) => ({ kit, card: (index + 1) as CardNumber, share: Uint8Array.from(share), commitment }));
}

export function newKitKey(): Bytes {
  return random(KEY);
}

export interface KitKey extends Pick<KitCard, "kit" | "commitment"> {
  readonly key: Bytes;
}

/** Whether a kit key is the one that this card is a card of: two shares from a server may be of a kit that it made itself (T14). */
export function isKeyOf({ kit, commitment }: Pick<KitCard, "kit" | "commitment">, found: KitKey): boolean {
  return found.kit === kit && equal(found.commitment, commitment);
}

/**
 * The kit key from two of these cards. Every two are tried: with three, one may be wrong. What no two cards agree on is
 * `cardsDisagree`, whatever the cause; a key that does not fit its commitment is never returned.
 */
export async function kitKeyOf(cards: readonly KitCard[]): Promise<KitKey> {
  for (const [at, first] of cards.entries()) {
    for (const second of cards.slice(at + 1)) {
      const key = await join(first, second);
      if (key !== undefined) {
        return { kit: first.kit, key, commitment: first.commitment };
      }
    }
  }
  throw fail("cardsDisagree");
}

async function join(a: KitCard, b: KitCard): Promise<Bytes | undefined> {
  const [placeA, placeB] = [a.share[KEY], b.share[KEY]];
  if (a.kit !== b.kit || a.card === b.card || placeA === placeB || placeA === 0 || placeB === 0 || !equal(a.commitment, b.commitment)) {
    return undefined;
  }
  const key = Uint8Array.from(await combine([a.share, b.share]));
  if (equal(await commitmentOf(a.kit, key), a.commitment)) {
    return key;
  }
  key.fill(0);
  return undefined;
}

async function commitmentOf(kit: string, kitKey: Bytes): Promise<Bytes> {
  return (await sha256(concat(utf8(`passerelle/1/kit-commitment|${kit}|`), kitKey))).slice(0, COMMITMENT);
}

/** What shows the server that a card is the one it knows, without showing the share. */
export async function cardProof({ kit, card, share }: KitCard): Promise<string> {
  return b64u(await hkdfBytes(await material(share), `passerelle/1/kit-card|${kit}|${card}`, 32));
}

/** What the server keeps to recognise the card by. */
export async function cardCheck(card: KitCard): Promise<string> {
  return b64u(await sha256(fromB64u(await cardProof(card))));
}

/** 112 letters: what is printed, read aloud and typed. */
export function cardText({ kit, card, share, commitment }: KitCard): Promise<string> {
  return withCheck(concat(Uint8Array.of(SUITE | card), fromB64u(kit), share, commitment));
}

export async function cardCode(card: KitCard): Promise<string> {
  return LABEL + await cardText(card);
}

/** A card as it was scanned or typed; what is not one is `mistyped`. */
export async function readCardText(typed: string): Promise<KitCard> {
  const bytes = await checked(typed.trim().replace(/^PASSERELLE-KIT:/i, ""), LENGTH);
  const card = (bytes[0] ?? 0) ^ SUITE;
  if (card !== 1 && card !== 2 && card !== 3) {
    throw fail("mistyped");
  }
  return { kit: b64u(bytes.slice(1, 17)), card, share: bytes.slice(17, 17 + SHARE), commitment: bytes.slice(17 + SHARE) };
}

/** A name for a kit that people can compare and file by: eight letters, on all three cards and on no screen of strangers. */
export function kitMark(kit: string): string {
  return crockford(fromB64u(kit).slice(0, 5));
}
