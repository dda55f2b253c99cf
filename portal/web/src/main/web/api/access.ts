import * as oauth from "oauth4webapi";
import { fail, PasserelleError } from "../crypto/failure.ts";
import type { Clock } from "./clock.ts";
import { isNamed } from "./problem.ts";
import { signInBy, type Credentials, type Grant, type Provider } from "./sign-in.ts";

export type { Credentials };

/** Renewed this long before its end, so that a request under way does not meet it. */
const MARGIN = 20_000;

/** Who is signed in, in memory only: a token of a few minutes bound to a key that cannot leave, and the secret or the door that renews it. */
export class Access {
  readonly #at: Provider;
  readonly #clock: Clock;
  readonly dpop: oauth.DPoPHandle;
  readonly #username: string;
  #credentials: Credentials | undefined;
  #grant: Grant | undefined;
  #renewing: Promise<Grant> | undefined;

  private constructor(at: Provider, clock: Clock, dpop: oauth.DPoPHandle, username: string, credentials: Credentials) {
    this.#at = at;
    this.#clock = clock;
    this.dpop = dpop;
    this.#username = username;
    this.#credentials = credentials;
  }

  static async open(at: Provider, clock: Clock, username: string, credentials: Credentials): Promise<Access> {
    const pair = await oauth.generateKeyPair("ES256", { extractable: false });
    const dpop = oauth.DPoP({}, pair, {
      [oauth.modifyAssertion]: (_header, payload) => {
        payload["iat"] = clock.seconds();
      },
    });
    const access = new Access(at, clock, dpop, username, credentials);
    access.#grant = await access.#signIn();
    return access;
  }

  /** The account the identity provider signed in. */
  get account(): string {
    return this.#grant?.account ?? "";
  }

  async token(): Promise<string> {
    const grant = this.#grant;
    if (this.#credentials === undefined || grant === undefined) {
      throw fail("sessionEnded");
    }
    return this.#clock.now() < grant.expires - MARGIN ? grant.accessToken : (await this.renew()).accessToken;
  }

  /** Signs in again from what is in memory; requests that wait share one renewal. */
  renew(): Promise<Grant> {
    this.#renewing ??= this.#signInAgain().finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  leave(): void {
    this.#credentials = undefined;
    this.#grant = undefined;
  }

  async #signInAgain(): Promise<Grant> {
    const before = this.#grant;
    const grant = await this.#signIn().catch((error: unknown) => {
      throw isNamed(error, "wrongPassphrase") ? fail("sessionEnded") : error;
    });
    if (grant.account !== before?.account || this.#credentials === undefined) {
      throw fail("sessionEnded");
    }
    this.#grant = grant;
    return grant;
  }

  async #signIn(): Promise<Grant> {
    if (this.#credentials === undefined) {
      throw fail("sessionEnded");
    }
    try {
      return await signInBy(this.#at, this.#clock, this.dpop, this.#username, this.#credentials);
    } catch (error) {
      if (error instanceof PasserelleError) {
        throw error;
      }
      // fetch rejects with a bare TypeError when there is no answer; the library's own errors carry a code.
      throw fail(error instanceof TypeError && !("code" in error) ? "offline" : "signInFailed");
    }
  }
}
