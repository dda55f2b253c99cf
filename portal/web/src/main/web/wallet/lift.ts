import { Access, type Credentials } from "../api/access.ts";
import { Clock } from "../api/clock.ts";
import { Http } from "../api/http.ts";
import { Views } from "../api/views.ts";
import { thumbprint } from "../crypto/curve.ts";
import { sign } from "../crypto/jose.ts";
import type { Pair } from "../crypto/scalar.ts";
import { stamp } from "../crypto/time.ts";
import type { Config } from "./types.ts";

/**
 * Ends the masks that this code may end, before the wallet is opened by it. Signs in for this alone: lifting closes every session, and
 * whether there was anything to lift must not show.
 */
export async function liftMasks(config: Config, username: string, credentials: Credentials, door: Pair): Promise<void> {
  const clock = new Clock();
  const access = await Access.open(config, clock, username, credentials);
  try {
    const { account } = access;
    const kid = await thumbprint(door.publicKey);
    const jws = await sign(door.signing, "passerelle-lift+jws", JSON.stringify({ suite: 1, account, at: stamp(clock.now()) }), { kid });
    await new Views(new Http(config.origin, clock, access, config.language)).lift(jws);
  } finally {
    access.leave();
  }
}
