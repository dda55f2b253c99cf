import { b64u, fromB64u } from "./bytes.ts";
import { crockford } from "./crockford.ts";
import { publicJwk, thumbprint, type PublicJwk } from "./curve.ts";
import { hkdfBytes } from "./hkdf.ts";
import { openingPairOf } from "./scalar.ts";

/** Where an agency may leave something: known to whoever has seen the holder's card, and able to do nothing but receive. */
export interface Address {
  readonly id: string;
  readonly publicKey: PublicJwk;
  readonly opening: CryptoKey;
}

/** The n-th card's address. It comes from the pairwise seed, so every view of an account opens what arrives. */
export async function addressOf(seed: CryptoKey, number: number): Promise<Address> {
  const id = b64u(await hkdfBytes(seed, `passerelle/1/deposit-id|card/${number}`, 16));
  return { id, ...await openingPairOf(await hkdfBytes(seed, `passerelle/1/deposit-key|card/${number}`, 48)) };
}

/** What is typed at a counter: the first 80 bits of the key's thumbprint, so a server that answers with another key is caught. */
export async function addressCode(key: PublicJwk): Promise<string> {
  return crockford(fromB64u(await thumbprint(key)).slice(0, 10));
}

const QR = /^PASSERELLE:1:DEPOSIT:([\w-]{43})\.([\w-]{43})$/;

/** The card's QR holds the key itself: whoever scans it needs to believe nobody. */
export function addressText({ x, y }: PublicJwk): string {
  return `PASSERELLE:1:DEPOSIT:${x}.${y}`;
}

/** Undefined for any other text. */
export function readAddressText(text: string): PublicJwk | undefined {
  const [, x, y] = QR.exec(text.trim()) ?? [];
  try {
    return publicJwk({ kty: "EC", crv: "P-256", x, y });
  } catch {
    return undefined;
  }
}
