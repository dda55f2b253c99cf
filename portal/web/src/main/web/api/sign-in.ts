import * as oauth from "oauth4webapi";
import { thumbprint } from "../crypto/curve.ts";
import { damaged, fail } from "../crypto/failure.ts";
import { sign } from "../crypto/jose.ts";
import type { Pair } from "../crypto/scalar.ts";
import { stamp } from "../crypto/time.ts";
import type { Clock } from "./clock.ts";
import { members, problem, retryAfter } from "./problem.ts";

export interface Provider {
  readonly origin: string;
  readonly realm: string;
}

export interface Grant {
  readonly accessToken: string;
  readonly account: string;
  /** Milliseconds, the server's time. */
  readonly expires: number;
}

/** What the identity provider checks: the secret derived from the passphrase, or the signature of another slot's door. */
export type Credentials = { readonly authSecret: string } | { readonly door: Pair };

/** Where to post, and what a door signs for this attempt and no other. */
interface Question {
  readonly action: string;
  readonly challenge: string;
}

const CLIENT = "portal";

/**
 * The authorization code flow with PKCE, by fetch against the JSON authenticator (RFC 6749, 7636, 9449). Only the derived secret, or a
 * signature that serves once, is sent. The provider's own session is ended as soon as the code is exchanged: on a shared computer nothing may sign in again by itself.
 */
export async function signInBy(at: Provider, clock: Clock, dpop: oauth.DPoPHandle, username: string, credentials: Credentials): Promise<Grant> {
  const as = server(at);
  const redirect = `${at.origin}/signed-in`;
  const [verifier, state, nonce] = [oauth.generateRandomCodeVerifier(), oauth.generateRandomState(), oauth.generateRandomNonce()];
  const start = new URL(as.authorization_endpoint);
  start.search = new URLSearchParams({
    client_id: CLIENT, response_type: "code", scope: "openid", redirect_uri: redirect, prompt: "login", state, nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier), code_challenge_method: "S256",
  }).toString();
  const landed = await present(at, redirect, await ask(at, start.href, clock), username, credentials, clock);

  const client: oauth.Client = { client_id: CLIENT, [oauth.clockSkew]: clock.seconds() - Math.floor(Date.now() / 1000), [oauth.clockTolerance]: 30 };
  const insecure = { [oauth.allowInsecureRequests]: at.origin.startsWith("http:") };
  const code = oauth.validateAuthResponse(as, client, landed, state);
  const response = await oauth.authorizationCodeGrantRequest(as, client, oauth.None(), code, redirect, verifier, { DPoP: dpop, ...insecure });
  const tokens = await oauth.processAuthorizationCodeResponse(as, client, response, { expectedNonce: nonce, requireIdToken: true });
  await endSession(as.end_session_endpoint, tokens.id_token ?? "", redirect);
  return {
    accessToken: tokens.access_token,
    account: oauth.getValidatedIdTokenClaims(tokens)?.sub ?? "",
    expires: clock.now() + (tokens.expires_in ?? 60) * 1000,
  };
}

function server({ origin, realm }: Provider): oauth.AuthorizationServer & { authorization_endpoint: string; end_session_endpoint: string } {
  const issuer = `${origin}/auth/realms/${realm}`;
  const protocol = `${issuer}/protocol/openid-connect`;
  return { issuer, authorization_endpoint: `${protocol}/auth`, token_endpoint: `${protocol}/token`, end_session_endpoint: `${protocol}/logout` };
}

/** Posts to the form's action; a stale form answers with a new question, which is answered once. */
async function present(at: Provider, redirect: string, asked: Question, username: string, credentials: Credentials, clock: Clock): Promise<URL> {
  for (let attempt = 0, question = asked; attempt < 2; attempt++) {
    const proof: Record<string, string> = "door" in credentials
      ? { door: await signed(at, credentials.door, username, question.challenge, clock) }
      : { password: credentials.authSecret };
    const response = await fetch(question.action, {
      method: "POST", body: new URLSearchParams({ username, ...proof }), headers: { Accept: "application/json" },
      credentials: "same-origin", cache: "no-store", referrerPolicy: "no-referrer",
    });
    clock.learn(response);
    const landed = new URL(response.url);
    if (landed.origin + landed.pathname === redirect) {
      return landed;
    }
    const body = await members(response);
    if (response.status !== 200) {
      await fetch(redirect, { credentials: "same-origin", cache: "no-store" }).catch(() => undefined);
      throw await refusal(response, body);
    }
    question = questionOf(at, body);
  }
  throw fail("unavailable");
}

async function signed({ realm }: Provider, door: Pair, username: string, challenge: string, clock: Clock): Promise<string> {
  const claims = { suite: 1, realm, username, challenge, at: stamp(clock.now()) };
  return sign(door.signing, "passerelle-door+jws", JSON.stringify(claims), { kid: await thumbprint(door.publicKey) });
}

async function ask(at: Provider, url: string, clock: Clock): Promise<Question> {
  const response = await fetch(url, { headers: { Accept: "application/json" }, credentials: "same-origin", cache: "no-store", referrerPolicy: "no-referrer" });
  clock.learn(response);
  if (response.status !== 401 && response.status !== 200) {
    throw await problem(response);
  }
  return questionOf(at, await members(response));
}

function questionOf(at: Provider, { action, challenge }: Record<string, unknown>): Question {
  return { action: ownAction(at, action), challenge: typeof challenge === "string" ? challenge : "" };
}

/** The secret goes to our own realm and nowhere else. */
function ownAction({ origin, realm }: Provider, action: unknown): string {
  const url = typeof action === "string" && URL.canParse(action) ? new URL(action) : undefined;
  if (url?.origin !== origin || !url.pathname.startsWith(`/auth/realms/${realm}/`)) {
    throw damaged();
  }
  return url.href;
}

async function refusal(response: Response, body: Record<string, unknown>): Promise<Error> {
  const wait = retryAfter(response, body);
  if (response.status === 429 || body["error"] === "tooMany") {
    return fail("tooMany", { status: 429, ...(wait === undefined ? {} : { retryAfter: wait }) });
  }
  return response.status === 401 ? fail("wrongPassphrase", { status: 401 }) : problem(response);
}

/**
 * By POST, so that the token is in no address. It ends on our own page, whose answer expires the provider's cookies: not even the trace
 * that somebody signed in stays. Tried twice; the next sign-in demands the secret in any case (`prompt=login`).
 */
async function endSession(endpoint: string, idToken: string, back: string): Promise<void> {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const response = await fetch(endpoint, {
        method: "POST", body: new URLSearchParams({ client_id: CLIENT, id_token_hint: idToken, post_logout_redirect_uri: back }),
        credentials: "same-origin", cache: "no-store",
      });
      if (response.ok) {
        return;
      }
    } catch {
      // Tried again below.
    }
  }
}
