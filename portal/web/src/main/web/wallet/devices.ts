import { randomId } from "../crypto/bytes.ts";
import { publicJwk, type PublicJwk } from "../crypto/curve.ts";
import { fail } from "../crypto/failure.ts";
import type { Opener } from "../crypto/keyset.ts";
import type { Pair } from "../crypto/scalar.ts";
import type { Notes } from "../crypto/seen.ts";

/** What a device keeps of a wallet: two pairs whose private halves never leave it, and whose they are. */
export interface KeptDevice {
  readonly slot: string;
  readonly username: string;
  readonly account: string;
  readonly anchor: PublicJwk;
  /** Opens what is sealed to the slot. */
  readonly key: CryptoKey;
  readonly keyPublic: PublicJwk;
  /** Signs in. */
  readonly door: CryptoKey;
  readonly doorPublic: PublicJwk;
  /** The newest of the wallet's lists, and the version of the newest list of slots, that this device has seen. */
  readonly seen?: Notes;
  readonly slots?: number;
}

const [DATABASE, STORE] = ["passerelle", "device"];

export async function newDevice(username: string, account: string, anchor: PublicJwk): Promise<KeptDevice> {
  const opening = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, false, ["deriveBits"]);
  const signing = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, ["sign"]);
  return {
    slot: randomId(), username, account, anchor,
    key: opening.privateKey, keyPublic: await publicOf(opening.publicKey),
    door: signing.privateKey, doorPublic: await publicOf(signing.publicKey),
  };
}

export function credentialsOf({ door, doorPublic }: KeptDevice): { readonly door: Pair } {
  return { door: { publicKey: doorPublic, signing: door } };
}

export function openerOf({ slot, key, anchor }: KeptDevice): Opener {
  return { slot, key, anchor };
}

/** The wallets this device opens; none where nothing can be kept. */
export async function keptDevices(): Promise<readonly KeptDevice[]> {
  try {
    // Looking must leave nothing: a database that is not there is not made.
    const known = await indexedDB.databases();
    return known.some(one => one.name === DATABASE) ? await run("readonly", store => store.getAll() as IDBRequest<KeptDevice[]>) : [];
  } catch {
    return [];
  }
}

export async function keepDevice(device: KeptDevice): Promise<void> {
  try {
    await run("readwrite", store => store.put(device));
  } catch {
    throw fail("deviceKeepsNothing");
  }
}

/** When it was the last one, the database goes too. */
export async function forgetDevice(slot: string): Promise<void> {
  if ((await keptDevices()).length === 0) {
    return;
  }
  await run("readwrite", store => store.delete(slot));
  if ((await keptDevices()).length === 0) {
    await done(indexedDB.deleteDatabase(DATABASE));
  }
}

async function run<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: "slot" });
  const database = await done(opening);
  try {
    const transaction = database.transaction(STORE, mode);
    const answer = act(transaction.objectStore(STORE));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = transaction.onerror = () => reject(new Error("not kept"));
    });
    return answer.result;
  } finally {
    database.close();
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error("no database"));
  });
}

async function publicOf(key: CryptoKey): Promise<PublicJwk> {
  const { kty, crv, x, y } = await crypto.subtle.exportKey("jwk", key);
  return publicJwk({ kty, crv, x, y });
}
