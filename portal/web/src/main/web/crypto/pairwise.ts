import { p256 } from "@noble/curves/nist.js";
import { b64u, type Bytes } from "./bytes.ts";
import { signingKey, type PublicJwk } from "./curve.ts";
import { hkdfBytes } from "./hkdf.ts";

const ORDER = p256.Point.Fn.ORDER;

/** How one agency knows the holder: another agency meets somebody else. */
export interface Pairwise {
  readonly id: string;
  readonly publicKey: PublicJwk;
  readonly signing: CryptoKey;
}

export async function pairwiseFor(seed: CryptoKey, agency: string): Promise<Pairwise> {
  const id = b64u(await hkdfBytes(seed, `passerelle/1/pairwise-id|${agency}`, 16));
  const wide = await hkdfBytes(seed, `passerelle/1/pairwise-key|${agency}`, 48);
  const secret = scalar(wide);
  try {
    const point = p256.getPublicKey(secret, false);
    const publicKey: PublicJwk = { kty: "EC", crv: "P-256", x: b64u(point.slice(1, 33)), y: b64u(point.slice(33)) };
    return { id, publicKey, signing: await signingKey({ ...publicKey, d: b64u(secret) }) };
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
