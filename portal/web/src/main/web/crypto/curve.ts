import { b64u, utf8 } from "./bytes.ts";
import { sha256 } from "./sha256.ts";
import { b32, object, one, type ShapeOf } from "./shape.ts";

const point = { kty: one("EC"), crv: one("P-256"), x: b32, y: b32 };

/** A P-256 public key with exactly these members: what may be signed, published and compared. */
export const publicJwk = object(point);
export const privateJwk = object({ ...point, d: b32 });
export type PublicJwk = ShapeOf<typeof point>;
export type PrivateJwk = ReturnType<typeof privateJwk>;

const ECDSA = { name: "ECDSA", namedCurve: "P-256" };
const ECDH = { name: "ECDH", namedCurve: "P-256" };

/** A fresh pair, in the clear: only to be sealed at once; working keys are imported again, not extractable. */
export async function newPair(): Promise<PrivateJwk> {
  const pair = await crypto.subtle.generateKey(ECDSA, true, ["sign", "verify"]);
  const { kty, crv, x, y, d } = await crypto.subtle.exportKey("jwk", pair.privateKey);
  return privateJwk({ kty, crv, x, y, d });
}

export function publicPart({ kty, crv, x, y }: PublicJwk): PublicJwk {
  return { kty, crv, x, y };
}

export function samePoint(a: PublicJwk, b: PublicJwk): boolean {
  return a.x === b.x && a.y === b.y;
}

/** RFC 7638, SHA-256, base64url. */
export async function thumbprint({ crv, kty, x, y }: PublicJwk): Promise<string> {
  return b64u(await sha256(utf8(JSON.stringify({ crv, kty, x, y }))));
}

export function signingKey(jwk: PrivateJwk): Promise<CryptoKey> {
  return crypto.subtle.importKey("jwk", { ...jwk }, ECDSA, false, ["sign"]);
}

export function verifyingKey(jwk: PublicJwk): Promise<CryptoKey> {
  return crypto.subtle.importKey("jwk", publicPart(jwk), ECDSA, false, ["verify"]);
}

export function openingKey(jwk: PrivateJwk): Promise<CryptoKey> {
  return crypto.subtle.importKey("jwk", { ...jwk }, ECDH, false, ["deriveBits"]);
}

export function sealingKey(jwk: PublicJwk): Promise<CryptoKey> {
  return crypto.subtle.importKey("jwk", publicPart(jwk), ECDH, false, []);
}
