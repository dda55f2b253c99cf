import { normalUsername } from "../crypto/derive.ts";
import { doorOf, readRecoveryText, recoverySecret, wrapKeyOf } from "../crypto/slots.ts";
import { credentialsOf, openerOf, type KeptDevice } from "./devices.ts";
import { passkeySecret } from "./passkeys.ts";
import { recoverWith } from "./passphrase.ts";
import { start } from "./session.ts";
import type { Config, Session } from "./types.ts";

/** The ways in beside the passphrase. Each signs in by its door and opens by its key. */
export async function signInByPasskey(config: Config): Promise<Session> {
  const { username, secret } = await passkeySecret();
  return signInBySecret(config, username, secret);
}

/** By a slot's secret, which is zeroed. */
export async function signInBySecret(config: Config, username: string, secret: Uint8Array<ArrayBuffer>): Promise<Session> {
  try {
    const [wrapKey, door] = [await wrapKeyOf(secret), await doorOf(secret)];
    return await start(config, normalUsername(username), { door }, { wrapKey });
  } finally {
    secret.fill(0);
  }
}

export function signInByDevice(config: Config, device: KeptDevice): Promise<Session> {
  return start(config, device.username, credentialsOf(device), openerOf(device));
}

/** A passkey opens once more as what it is, and makes way for a new passphrase: its slot becomes the passphrase's. */
export async function recoverByPasskey(config: Config, passphrase: string): Promise<Session> {
  const { username, secret } = await passkeySecret();
  return recoverWith(config, username, secret, passphrase);
}

/** The recovery code lifts the mask, opens, and makes way for a new passphrase. `mistyped` before anything is sent. */
export async function recoverByCode(config: Config, username: string, text: string, passphrase: string): Promise<Session> {
  const code = await readRecoveryText(text);
  try {
    const secret = await recoverySecret(code, config.realm, normalUsername(username));
    return await recoverWith(config, username, secret, passphrase, { lift: true });
  } finally {
    code.fill(0);
  }
}
