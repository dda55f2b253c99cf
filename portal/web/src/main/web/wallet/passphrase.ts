import { Access, type Credentials } from "../api/access.ts";
import { Clock } from "../api/clock.ts";
import { Http } from "../api/http.ts";
import { Keysets } from "../api/keysets.ts";
import { isNamed } from "../api/problem.ts";
import type { Account } from "../crypto/account.ts";
import { b64u, utf8, type Bytes } from "../crypto/bytes.ts";
import { derive, normalUsername, type Derived } from "../crypto/derive.ts";
import { damaged, fail } from "../crypto/failure.ts";
import { sign } from "../crypto/jose.ts";
import { unlockKeyset } from "../crypto/keyset.ts";
import { sha256 } from "../crypto/sha256.ts";
import { becomePassphrase, rewrap } from "../crypto/slot-changes.ts";
import { doorOf, wrapKeyOf } from "../crypto/slots.ts";
import { stamp } from "../crypto/time.ts";
import { byPassphrase } from "./proof.ts";
import { liftMasks } from "./lift.ts";
import { start, type Parts } from "./session.ts";
import type { Config, Session } from "./types.ts";

/**
 * A new passphrase for the same slot, in three steps of which each leaves one of the two working: both open the slot; the new one signs in
 * and every session ends; only the new one opens. Whatever is interrupted, the next sign-in completes.
 */
export async function changePassphrase(config: Config, parts: Parts, now: string, next: string): Promise<Session> {
  const { keysets, clock, access, me } = parts;
  const { held, opener, account, derived } = await byPassphrase(config, parts, now);
  const fresh = await derive(config.realm, me.username, next);
  const tag = await keysets.change(await rewrap(held.keyset, account, opener, fresh.wrapKey, "both"), held.tag);
  await replaceSecret(keysets, account, clock, fresh.authSecret, tag).catch((error: unknown) => unclear(config, me.username, fresh, derived, error));
  access.leave();
  return enter(config, me.username, fresh);
}

/**
 * Signed in by a slot's secret (a code, a kit, a passkey), to a new passphrase: that slot becomes the passphrase's. With `lift`, the masks
 * that a recovery code may lift are lifted first.
 */
export async function recoverWith(config: Config, name: string, secret: Bytes, passphrase: string, { lift = false } = {}): Promise<Session> {
  const username = normalUsername(name);
  const [wrapKey, door] = [await wrapKeyOf(secret), await doorOf(secret)];
  secret.fill(0);
  const credentials: Credentials = { door };
  if (lift) {
    await liftMasks(config, username, credentials, door);
  }
  const clock = new Clock();
  const access = await Access.open(config, clock, username, credentials);
  try {
    const keysets = new Keysets(new Http(config.origin, clock, access, config.language));
    const held = await keysets.read();
    if (held === undefined) {
      throw damaged();
    }
    const account = await unlockKeyset(held.keyset, access.account, { wrapKey });
    const fresh = await derive(config.realm, username, passphrase);
    const tag = await keysets.change(await becomePassphrase(held.keyset, account, { wrapKey }, fresh.wrapKey, "both"), held.tag);
    await replaceSecret(keysets, account, clock, fresh.authSecret, tag).catch((error: unknown) => unclear(config, username, fresh, undefined, error));
    return await enter(config, username, fresh);
  } finally {
    access.leave();
  }
}

/** On a signature by the account's own key: whoever only holds a session, or the server, cannot replace the secret. */
async function replaceSecret(keysets: Keysets, account: Account, clock: Clock, authSecret: string, tag: string): Promise<void> {
  const hash = b64u(await sha256(utf8(authSecret)));
  const claims = { suite: 1, account: account.account, hash, at: stamp(clock.now()) };
  await keysets.replaceSecret(authSecret, await sign(account.signing, "passerelle-sign-in+jws", JSON.stringify(claims)), tag);
}

/** There was no clear answer to the second step: the new secret is tried, and what it answers tells. */
async function unclear(config: Config, username: string, { authSecret }: Derived, before: Derived | undefined, error: unknown): Promise<void> {
  if (!isNamed(error, "offline", "sessionClosed", "sessionEnded", "unavailable", "serverError", "requestInProgress")) {
    throw error;
  }
  try {
    (await Access.open(config, new Clock(), username, { authSecret })).leave();
  } catch (still) {
    throw isNamed(still, "wrongPassphrase") ? error : fail(before === undefined ? "recoveryUnclear" : "passphraseUnclear");
  }
}

/** The change has happened: what goes wrong from here on is only this sign-in. */
async function enter(config: Config, username: string, { authSecret, wrapKey }: Derived): Promise<Session> {
  try {
    return await start(config, username, { authSecret }, { wrapKey });
  } catch {
    throw fail("passphraseCounts");
  }
}
