import assert from "node:assert/strict";
import { PasserelleError } from "../failure.ts";
import type { Account } from "../account.ts";
import { makeKeyset, unlockKeyset, type Keyset } from "../keyset.ts";
import { b64u, fromB64u, randomId } from "../bytes.ts";

export async function refused(step: () => Promise<unknown>, name = "damaged"): Promise<void> {
  await assert.rejects(step, (error: unknown) => {
    assert.ok(error instanceof PasserelleError, `not a PasserelleError: ${String(error)}`);
    assert.equal(error.failure.name, name);
    return true;
  });
}

/** A wrap key as a passphrase would give it, without the half second of Argon2id. */
export async function wrapKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

export interface Person {
  readonly name: string;
  readonly wrap: CryptoKey;
  readonly keyset: Keyset;
  readonly account: Account;
}

export async function person(name: string = randomId()): Promise<Person> {
  const wrap = await wrapKey();
  const keyset = await makeKeyset(name, wrap, "2026-11-22T15:00:00Z");
  return { name, wrap, keyset, account: await unlockKeyset(keyset, name, { wrapKey: wrap }) };
}

/** Every token that differs from this compact JOSE file in one bit of one byte. */
export function* flips(token: string): Generator<string> {
  const parts = token.split(".");
  for (let part = 0; part < parts.length; part++) {
    const bytes = fromB64u(parts[part] ?? "");
    for (let at = 0; at < bytes.length; at++) {
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      yield parts.map((text, i) => (i === part ? b64u(flipped) : text)).join(".");
    }
  }
}
