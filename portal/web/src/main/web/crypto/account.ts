import { fromB64u, fromUtf8 } from "./bytes.ts";
import { damaged, orDamaged } from "./failure.ts";
import { b32, id, named, object, one, time } from "./shape.ts";
import { openingKey, privateJwk, publicJwk, publicPart, samePoint, signingKey, type PublicJwk } from "./curve.ts";
import { material } from "./hkdf.ts";
import { sign, verify } from "./jose.ts";

/** The secrets of an account, as sealed under its master key. */
export const accountSecrets = object({ suite: one(1), account: named, signing: privateJwk, encryption: privateJwk, pairwiseSeed: b32 });
export type AccountSecrets = ReturnType<typeof accountSecrets>;

const card = object({ suite: one(1), account: named, signing: publicJwk, encryption: publicJwk });
export type Card = ReturnType<typeof card>;

/** One way to open the wallet: what is sealed to its public key opens with its secret. */
export const slotEntry = object({ slot: id, kind: one("passphrase", "passkey", "device", "recovery", "kit"), key: publicJwk, created: time });
export type Slot = ReturnType<typeof slotEntry>;
export type SlotKind = Slot["kind"];

/** The account's secrets, still sealed, and a key that opens them and cannot be read: what a new view needs. */
export interface SealedSecrets {
  readonly jwe: string;
  readonly key: CryptoKey;
}

/** What unlocking showed beside the keys. */
export interface Opened {
  readonly view: string;
  readonly manifestKey: CryptoKey;
  readonly secrets: SealedSecrets;
  /** The slot this was opened with. */
  readonly slot: string;
  readonly slots: readonly Slot[];
  readonly slotsVersion: number;
  /** The newest slot list that this session has seen, in whatever copy of this account: no older one is accepted (T8). */
  readonly newest: { version: number };
  /** Slots that cannot open this view yet: added while a mask hid it. */
  readonly missing: readonly string[];
  /** True while a change of the passphrase is under way, or was interrupted: the slot opens with two secrets. */
  readonly changing: boolean;
}

/** An unlocked account: every key works and none can be read. */
export interface Account extends Opened {
  readonly account: string;
  /** The signing public key everything of this account is checked against. */
  readonly anchor: PublicJwk;
  readonly signing: CryptoKey;
  readonly encryption: CryptoKey;
  readonly encryptionKey: PublicJwk;
  /** HKDF material for the ids and keys shown to agencies. */
  readonly pairwise: CryptoKey;
}

export async function unlocked(secrets: AccountSecrets, opened: Opened): Promise<Account> {
  const seed = fromB64u(secrets.pairwiseSeed);
  try {
    return {
      ...opened, account: secrets.account,
      anchor: publicPart(secrets.signing),
      signing: await signingKey(secrets.signing),
      encryption: await openingKey(secrets.encryption),
      encryptionKey: publicPart(secrets.encryption),
      pairwise: await material(seed),
    };
  } finally {
    seed.fill(0);
  }
}

export function makeCard(secrets: AccountSecrets): Promise<string> {
  const { account, signing, encryption } = secrets;
  return sign(signing, "passerelle-account+jws", JSON.stringify({
    suite: 1, account, signing: publicPart(signing), encryption: publicPart(encryption),
  }));
}

/** Verified by the key it names itself: proves possession, not whose it is. With an anchor, it must be the anchor's. */
export async function readCard(jws: string, claimed: PublicJwk): Promise<Card> {
  const read = card(JSON.parse(await verify(claimed, "passerelle-account+jws", jws)));
  if (!samePoint(read.signing, claimed)) {
    throw new Error("card");
  }
  return read;
}

/** The card of somebody else: signed by the key it names. Whose it is, the fingerprint must tell. */
export function readForeignCard(jws: string, account: string): Promise<Card> {
  return orDamaged(async () => {
    const claimed = card(JSON.parse(fromUtf8(fromB64u(jws.split(".")[1] ?? ""))));
    const read = await readCard(jws, claimed.signing);
    return read.account === account ? read : Promise.reject(damaged());
  });
}
