import { p256 } from "@noble/curves/nist.js";
import { b64u, type Bytes } from "./bytes.ts";
import { openingKey, publicPart, signingKey, type PrivateJwk, type PublicJwk } from "./curve.ts";

const ORDER = p256.Point.Fn.ORDER;

/** A signing pair made from key material; the private part works and cannot be read. */
export interface Pair {
  readonly publicKey: PublicJwk;
  readonly signing: CryptoKey;
}

/** 48 derived bytes to a P-256 pair; the bytes are zeroed. */
export async function pairOf(wide: Bytes): Promise<Pair> {
  const key = privateOf(wide);
  return { publicKey: publicPart(key), signing: await signingKey(key) };
}

/** The same for a pair that something is sealed to. */
export async function openingPairOf(wide: Bytes): Promise<{ readonly publicKey: PublicJwk; readonly opening: CryptoKey }> {
  const key = privateOf(wide);
  return { publicKey: publicPart(key), opening: await openingKey(key) };
}

function privateOf(wide: Bytes): PrivateJwk {
  const secret = scalar(wide);
  try {
    const point = p256.getPublicKey(secret, false);
    return { kty: "EC", crv: "P-256", x: b64u(point.slice(1, 33)), y: b64u(point.slice(33)), d: b64u(secret) };
  } finally {
    wide.fill(0);
    secret.fill(0);
  }
}

/** 48 bytes onto 1..n-1: the surplus of 128 bits makes the bias negligible (FIPS 186-5, A.2.1). */
function scalar(wide: Bytes): Bytes {
  let value = wide.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n) % (ORDER - 1n) + 1n;
  const bytes = new Uint8Array(32);
  for (let i = 31; i >= 0; i--, value >>= 8n) {
    bytes[i] = Number(value & 0xffn);
  }
  return bytes;
}
