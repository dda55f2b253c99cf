import { fromUtf8, random, utf8, type Bytes } from "../crypto/bytes.ts";
import { fail } from "../crypto/failure.ts";
import { prfInput } from "../crypto/slots.ts";

/** Whose passkey answered, and the secret of its slot. The caller zeroes the secret. */
export interface PasskeySecret {
  readonly username: string;
  readonly secret: Bytes;
}

const SECRET = 32;

/** Whether this browser knows passkeys at all; whether one can hold a key shows only when it is made. */
export function passkeysExist(): boolean {
  return typeof PublicKeyCredential !== "undefined" && typeof navigator.credentials?.get === "function";
}

/** Asks for any passkey of this place, without a name: the passkey knows whose it is. */
export async function passkeySecret(): Promise<PasskeySecret> {
  return ask([]);
}

/** Makes a passkey that is found without typing a name and is never used without a finger, a face or a code. Gives its secret. */
export async function makePasskey(username: string): Promise<Bytes> {
  const first = await prfInput();
  const made = await credential(() => navigator.credentials.create({
    publicKey: {
      rp: { name: "Passerelle", id: location.hostname },
      user: { id: utf8(username), name: username, displayName: username },
      challenge: random(32),
      pubKeyCredParams: [{ type: "public-key", alg: -7 }, { type: "public-key", alg: -257 }],
      authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
      attestation: "none",
      extensions: { prf: { eval: { first } } },
    },
  }));
  const { prf } = made.getClientExtensionResults();
  if (prf?.enabled !== true) {
    throw fail("passkeyWithoutKey");
  }
  // Some give the secret only when they are asked, not when they are made.
  const given = bytesOf(prf.results?.first);
  return given ?? (await ask([made.rawId])).secret;
}

async function ask(allowed: readonly ArrayBuffer[]): Promise<PasskeySecret> {
  const first = await prfInput();
  const got = await credential(() => navigator.credentials.get({
    publicKey: {
      rpId: location.hostname, challenge: random(32), userVerification: "required",
      allowCredentials: allowed.map(id => ({ type: "public-key", id })),
      extensions: { prf: { eval: { first } } },
    },
  }));
  const secret = bytesOf(got.getClientExtensionResults().prf?.results?.first);
  const { response } = got;
  const handle = response instanceof AuthenticatorAssertionResponse ? response.userHandle : null;
  if (secret === undefined || handle === null) {
    secret?.fill(0);
    throw fail("passkeyWithoutKey");
  }
  return { username: fromUtf8(new Uint8Array(handle)), secret };
}

/** The browser says no more than that it did not come to pass, for whatever reason; so do we. */
async function credential(step: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  const made = await step().catch(() => null);
  if (!(made instanceof PublicKeyCredential)) {
    throw fail("passkeyRefused");
  }
  return made;
}

function bytesOf(given: BufferSource | undefined): Bytes | undefined {
  if (given === undefined) {
    return undefined;
  }
  const bytes = given instanceof ArrayBuffer ? new Uint8Array(given) : new Uint8Array(given.buffer as ArrayBuffer, given.byteOffset, given.byteLength);
  return bytes.length === SECRET ? bytes : undefined;
}
