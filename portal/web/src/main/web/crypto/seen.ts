import type { Account } from "./account.ts";
import { b64u, concat, fromB64u, random, utf8, type Bytes } from "./bytes.ts";
import type { Link } from "./manifest.ts";

/**
 * What an own device remembers of the wallet's list: the newest it saw, sealed under the key of the view it belongs to. There are
 * always as many notes, all of one length, and without the view's key a note cannot be told from chance: that a wallet is masked
 * is not to be read off a device.
 */
export type Notes = readonly Bytes[];

const [NOTES, NONCE, VERSION, HASH, TAG] = [8, 12, 8, 32, 16];
const INFO = utf8("passerelle/1/seen");

export function emptyNotes(): Notes {
  return Array.from({ length: NOTES }, () => random(NONCE + VERSION + HASH + TAG));
}

/** The note of the open view; undefined when there is none. */
export async function seenIn(notes: Notes, account: Account): Promise<Link | undefined> {
  return (await find(notes, account))?.seen;
}

/** With this file as the newest of the open view. Another view's note may have to make room for the first of this one. */
export async function withSeen(notes: Notes, account: Account, { manifest, hash }: Link): Promise<Notes> {
  const known = await find(notes, account);
  if (known !== undefined && known.seen.manifest.version >= manifest.version) {
    return notes;
  }
  const at = known?.at ?? random(1)[0]! % NOTES;
  const version = new Uint8Array(VERSION);
  new DataView(version.buffer).setBigUint64(0, BigInt(manifest.version));
  const iv = random(NONCE);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: INFO }, account.manifestKey, concat(version, fromB64u(hash)));
  return notes.map((note, i) => (i === at ? concat(iv, new Uint8Array(sealed)) : note));
}

async function find(notes: Notes, { manifestKey }: Account): Promise<{ readonly at: number; readonly seen: Link } | undefined> {
  for (const [at, note] of notes.entries()) {
    const open = crypto.subtle.decrypt({ name: "AES-GCM", iv: note.slice(0, NONCE), additionalData: INFO }, manifestKey, note.slice(NONCE));
    const plain = await open.catch(() => undefined);
    if (plain !== undefined) {
      const version = Number(new DataView(plain).getBigUint64(0));
      return { at, seen: { manifest: { version }, hash: b64u(new Uint8Array(plain, VERSION)) } };
    }
  }
  return undefined;
}
