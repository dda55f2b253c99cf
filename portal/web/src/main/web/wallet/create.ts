import { Clock } from "../api/clock.ts";
import { createAccount } from "../api/consent.ts";
import { Http } from "../api/http.ts";
import { isNamed } from "../api/problem.ts";
import { derive, normalUsername } from "../crypto/derive.ts";
import { fail } from "../crypto/failure.ts";
import { nameSuffix } from "../crypto/words.ts";
import { start } from "./session.ts";
import type { Config, Session } from "./types.ts";

const ATTEMPTS = 5;
const PSEUDONYM = /^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u;

export function validPseudonym(pseudonym: string): boolean {
  const length = [...normalUsername(pseudonym)].length;
  return length >= 2 && length <= 32 && PSEUDONYM.test(normalUsername(pseudonym));
}

/** Makes the account, signs in and makes the wallet. The name is the pseudonym with a suffix drawn by chance; a taken one is drawn again. */
export async function createWallet(config: Config, { pseudonym, passphrase }: { pseudonym: string; passphrase: string }): Promise<{ session: Session; username: string }> {
  if (!validPseudonym(pseudonym) || passphrase === "") {
    throw fail("badInput");
  }
  const http = new Http(config.origin, new Clock(), undefined, config.language);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const username = normalUsername(pseudonym) + nameSuffix();
    const { authSecret, wrapKey } = await derive(config.realm, username, passphrase);
    try {
      await createAccount(http, username, authSecret);
    } catch (error) {
      if (isNamed(error, "accountExists")) {
        continue;
      }
      throw error;
    }
    return { session: await start(config, username, { authSecret }, { wrapKey }), username };
  }
  throw fail("accountExists");
}
