import { b64u, fromB64u, utf8, type Bytes } from "./bytes.ts";
import { newPair, openingKey, publicJwk, publicPart, signingKey, thumbprint, type PublicJwk } from "./curve.ts";
import { orDamaged } from "./failure.ts";
import { seal, sign, unseal, verify } from "./jose.ts";
import { sha256 } from "./sha256.ts";
import { b32, id, matching, named, object, one, type Reader } from "./shape.ts";

/*
 * A phone opens its owner's wallet on a computer that is not theirs. The computer is bound to its one-time key before it learns the phone's,
 * and shows the key after: who carries the messages and changes a key has a single guess at the two words (1 in 262,144), however long they
 * compute. Only then the phone seals the secret to the computer's key and signs it with its own.
 */

/** The computer: nothing it makes outlives the meeting. */
export interface Host {
  readonly publicKey: PublicJwk;
  readonly opening: CryptoKey;
}

export interface Phone {
  readonly publicKey: PublicJwk;
  readonly signing: CryptoKey;
}

export type HandedKind = "passphrase" | "passkey";

/** What opens a wallet: whose, which kind of slot, and the slot's 32 bytes. */
export interface Handed {
  readonly username: string;
  readonly kind: HandedKind;
  readonly secret: Bytes;
}

export async function newHost(): Promise<Host> {
  const pair = await newPair();
  return { publicKey: publicPart(pair), opening: await openingKey(pair) };
}

export async function newPhone(): Promise<Phone> {
  const pair = await newPair();
  return { publicKey: publicPart(pair), signing: await signingKey(pair) };
}

/** What the computer says of its key before it shows it. The key is drawn by chance each time, so nothing can be guessed from this. */
export async function commitment(host: PublicJwk): Promise<string> {
  return b64u(await sha256(utf8(`passerelle/1/handover|${await thumbprint(host)}`)));
}

/** What both screens make two words of. */
export async function comparison(host: PublicJwk, phone: PublicJwk): Promise<Bytes> {
  return sha256(utf8(`passerelle/1/words|${await thumbprint(host)}|${await thumbprint(phone)}`));
}

const offer = object({ suite: one(1), commitment: b32 });
const hello = object({ suite: one(1), key: publicJwk });
const shown = object({ suite: one(1), key: publicJwk, language: matching(/^[a-z]{2}$/) });
const handover = object({ suite: one(1), meeting: id, username: named, kind: one("passphrase", "passkey"), secret: b32 });

const reading = <T>(reader: Reader<T>) => (text: string): Promise<T> => orDamaged(async () => reader(JSON.parse(text)));
export const readOffer = reading(offer);
export const readHello = reading(hello);
export const readShown = reading(shown);

export async function sealHandover(host: PublicJwk, phone: Phone, meeting: string, { username, kind, secret }: Handed): Promise<string> {
  const signed = await sign(phone.signing, "passerelle-handover+jws", JSON.stringify({ suite: 1, meeting, username, kind, secret: b64u(secret) }));
  return seal(host, "passerelle-handover+jwe", signed);
}

/** Only from the phone whose words were compared, and only at this meeting. */
export function openHandover(host: Host, phone: PublicJwk, meeting: string, jwe: string): Promise<Handed> {
  return orDamaged(async () => {
    const { payload } = await unseal(host.opening, "passerelle-handover+jwe", jwe);
    const read = handover(JSON.parse(await verify(phone, "passerelle-handover+jws", payload)));
    if (read.meeting !== meeting) {
      throw new Error("meeting");
    }
    return { username: read.username, kind: read.kind, secret: fromB64u(read.secret) };
  });
}
