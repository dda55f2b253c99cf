import { CompactEncrypt, CompactSign, compactDecrypt, compactVerify, decodeProtectedHeader } from "jose";
import { fromUtf8, utf8 } from "./bytes.ts";
import { openingKey, publicJwk, sealingKey, signingKey, verifyingKey, type PrivateJwk, type PublicJwk } from "./curve.ts";

/** What each file is: a reader demands its own, so nothing signed for one use passes for another. */
export type Typ =
  | "passerelle-keys+jwe" | "passerelle-account+jws" | "passerelle-slot+jwe" | "passerelle-slots+jws"
  | "passerelle-sealed+jwe" | "passerelle-half+jws" | "passerelle-manifest+jwe" | "passerelle-manifest+jws"
  | "passerelle-loan+jwe" | "passerelle-loan+jws" | "passerelle-agency-key+jws"
  | "passerelle-function-key+jwe" | "passerelle-function-key+jws" | "passerelle-root-key+jwe"
  | "passerelle-door+jws" | "passerelle-sign-in+jws" | "passerelle-lift+jws"
  | "passerelle-mandate+jws" | "passerelle-mandate-pin+jws" | "passerelle-shelf+jws" | "passerelle-shelf+jwe"
  | "passerelle-arrival+jws" | "passerelle-arrival+jwe" | "passerelle-deposit+jws"
  | "passerelle-handover+jws" | "passerelle-handover+jwe"
  | "passerelle-recovering+jws" | "passerelle-share+jwe" | "passerelle-erase+jws";

const ENC = "A256GCM";
const AGREE = "ECDH-ES+A256KW";

/** JWE under a shared key (`dir`). */
export function lock(key: CryptoKey, typ: Typ, payload: string): Promise<string> {
  return new CompactEncrypt(utf8(payload)).setProtectedHeader({ alg: "dir", enc: ENC, typ }).encrypt(key);
}

export async function unlock(key: CryptoKey, typ: Typ, jwe: string): Promise<string> {
  demand(jwe, { alg: "dir", enc: ENC, typ }, []);
  const { plaintext } = await compactDecrypt(jwe, key, { keyManagementAlgorithms: ["dir"], contentEncryptionAlgorithms: [ENC] });
  return fromUtf8(plaintext);
}

/** JWE to a public key. */
export async function seal(to: PublicJwk, typ: Typ, payload: string, kid?: string): Promise<string> {
  return new CompactEncrypt(utf8(payload))
    .setProtectedHeader({ alg: AGREE, enc: ENC, typ, ...(kid === undefined ? {} : { kid }) })
    .encrypt(await sealingKey(to));
}

export async function unseal(key: CryptoKey | PrivateJwk, typ: Typ, jwe: string): Promise<{ payload: string; kid: unknown }> {
  const header = demand(jwe, { alg: AGREE, enc: ENC, typ }, ["epk", "kid"]);
  const { plaintext } = await compactDecrypt(jwe, key instanceof CryptoKey ? key : await openingKey(key), {
    keyManagementAlgorithms: [AGREE], contentEncryptionAlgorithms: [ENC],
  });
  return { payload: fromUtf8(plaintext), kid: header["kid"] };
}

/** ES256. */
export async function sign(key: CryptoKey | PrivateJwk, typ: Typ, payload: string, more: { jwk?: PublicJwk; kid?: string } = {}): Promise<string> {
  return new CompactSign(utf8(payload))
    .setProtectedHeader({ alg: "ES256", typ, ...more })
    .sign(key instanceof CryptoKey ? key : await signingKey(key));
}

/** Only the key given here counts, never one the file brings along. */
export async function verify(key: PublicJwk, typ: Typ, jws: string, more: readonly string[] = []): Promise<string> {
  demand(jws, { alg: "ES256", typ }, more);
  const { payload } = await compactVerify(jws, await verifyingKey(key), { algorithms: ["ES256"] });
  return fromUtf8(payload);
}

/** Loans carry the holder's pairwise key: who it is, is decided by the caller. */
export function keyInHeader(jws: string): PublicJwk {
  return publicJwk(decodeProtectedHeader(jws).jwk);
}

export function kidInHeader(token: string): unknown {
  return decodeProtectedHeader(token).kid;
}

/** Exact values and no member beyond: no `zip`, no `crit`, no second key (T12). */
function demand(token: string, exact: Record<string, string>, also: readonly string[]): Record<string, unknown> {
  const header: Record<string, unknown> = decodeProtectedHeader(token);
  const names = Object.keys(header);
  if (Object.entries(exact).some(([name, value]) => header[name] !== value)
    || names.some(name => !Object.hasOwn(exact, name) && !also.includes(name))) {
    throw new Error("header");
  }
  return header;
}
