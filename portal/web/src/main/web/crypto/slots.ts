import { utf8, type Bytes } from "./bytes.ts";
import { checked, grouped, withCheck } from "./crockford.ts";
import { normalUsername } from "./derive.ts";
import { hkdfBytes, hkdfKey, material } from "./hkdf.ts";
import { pairOf, type Pair } from "./scalar.ts";
import { sha256 } from "./sha256.ts";

/** What opens a slot, made from its 32-byte secret: the passphrase stretched, a passkey's answer, a code, a kit. The caller zeroes the secret. */
export async function wrapKeyOf(secret: Bytes): Promise<CryptoKey> {
  return hkdfKey(await material(secret), "passerelle/1/wrap");
}

/** Signs in with a slot that is not the passphrase. */
export async function doorOf(secret: Bytes): Promise<Pair> {
  return pairOf(await hkdfBytes(await material(secret), "passerelle/1/door", 48));
}

/** What a passkey is asked to evaluate (WebAuthn PRF); its answer is the slot's secret. */
export function prfInput(): Promise<Bytes> {
  return sha256(utf8("passerelle/1/prf"));
}

/** The secret of a recovery slot, from the 16 bytes of the printed code. */
export async function recoverySecret(code: Bytes, realm: string, username: string): Promise<Bytes> {
  return hkdfBytes(await material(code), `passerelle/1/recovery|${realm}|${normalUsername(username)}`, 32);
}

/** The secret of a kit slot: two cards give the key, the server gives its share, after the wait. */
export async function kitSecret(kitKey: Bytes, share: Bytes, account: string): Promise<Bytes> {
  return hkdfBytes(await material(kitKey), `passerelle/1/kit|${account}`, 32, share);
}

/** The 16 bytes and their checksum as 8 groups of 4. */
export async function recoveryText(code: Bytes): Promise<string> {
  return grouped(await withCheck(code));
}

/** However it was typed; what does not check is `mistyped`, before anything is asked of the server. */
export function readRecoveryText(text: string): Promise<Bytes> {
  return checked(text, 16);
}
