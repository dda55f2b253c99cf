import * as oauth from "oauth4webapi";
import { damaged, fail, type PasserelleError } from "../crypto/failure.ts";
import type { Reader } from "../crypto/shape.ts";
import type { Access } from "./access.ts";
import type { Clock } from "./clock.ts";
import { isNamed, problem } from "./problem.ts";
import { transport, type Outgoing } from "./transport.ts";

export interface Call {
  readonly method?: "GET" | "PUT" | "POST" | "DELETE";
  /** Below `/api`, already encoded. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Blob | string;
  /** Sent as JSON. */
  readonly json?: unknown;
  readonly progress?: (fraction: number) => void;
}

/** Pauses before trying again when there was no answer, or the node is starting. */
const PAUSES = [300, 1200];

/** No answer, a node that is starting, or the first attempt still at work: the same request may be sent again. */
function isNotNow(error: PasserelleError): boolean {
  return isNamed(error, "offline", "requestInProgress") || [502, 503, 504].includes(error.failure.status ?? 0);
}

/** Calls to the consent API: proof of possession, idempotency, retries that cannot do a thing twice, problems as failures. */
export class Http {
  readonly #origin: string;
  readonly #clock: Clock;
  readonly #access: Access | undefined;
  readonly #language: string | undefined;
  readonly #closed: () => void;

  constructor(origin: string, clock: Clock, access?: Access, language?: string, closed: () => void = () => undefined) {
    this.#origin = origin;
    this.#clock = clock;
    this.#access = access;
    this.#language = language;
    this.#closed = closed;
  }

  /** Resolves with a successful answer only. Writes carry one key over all their attempts. */
  async send(call: Call): Promise<Response> {
    const key = (call.method ?? "GET") === "GET" ? undefined : crypto.randomUUID();
    for (let attempt = 0, proven = false; ; attempt++) {
      const response = await this.#once(call, key);
      if (response?.ok === true) {
        return response;
      }
      const failure = response === undefined ? fail("offline") : await problem(response);
      if (isNamed(failure, "sessionClosed")) {
        // Somebody ended every session of this account: this one is over too, and does not come back by itself.
        this.#closed();
        throw failure;
      }
      if (failure.failure.status === 401 && !proven && this.#access !== undefined) {
        proven = true;
        // What was wrong with the clock or the proof is put right by proving again, by the server's time just learnt.
        await (isNamed(failure, "sessionEnded") ? this.#access.renew() : undefined);
        continue;
      }
      const pause = PAUSES[attempt];
      if (pause === undefined || !isNotNow(failure)) {
        throw failure;
      }
      await new Promise(done => setTimeout(done, pause));
    }
  }

  async read<T>(reader: Reader<T>, call: Call): Promise<T> {
    return (await this.readTagged(reader, call)).value;
  }

  /** With the tag under which what was read may be changed. */
  async readTagged<T>(reader: Reader<T>, call: Call): Promise<{ readonly value: T; readonly tag: string }> {
    const response = await this.send(call);
    const body: unknown = await response.json().catch(() => undefined);
    try {
      return { value: reader(body), tag: response.headers.get("etag") ?? "" };
    } catch {
      throw damaged();
    }
  }

  /** Undefined when there was no answer at all. */
  async #once(call: Call, key: string | undefined): Promise<Response | undefined> {
    const url = new URL(`${this.#origin}/api${call.path}`);
    const headers = new Headers({ Accept: "application/json, application/problem+json, */*;q=0.5", ...call.headers });
    if (key !== undefined) {
      headers.set("Idempotency-Key", key);
    }
    if (this.#language !== undefined) {
      headers.set("Accept-Language", this.#language);
    }
    if (call.json !== undefined) {
      headers.set("Content-Type", "application/json");
    }
    const body = call.json === undefined ? call.body ?? null : JSON.stringify(call.json);
    const out: Outgoing = { method: call.method ?? "GET", headers, body };
    try {
      const response = await (this.#access === undefined ? transport(url.href, out, call.progress) : this.#proven(this.#access, url, out, call.progress));
      this.#clock.learn(response);
      return response;
    } catch (error) {
      if (error instanceof TypeError) {
        return undefined;
      }
      throw error;
    }
  }

  async #proven(access: Access, url: URL, out: Outgoing, progress?: (fraction: number) => void): Promise<Response> {
    const token = await access.token();
    try {
      return await oauth.protectedResourceRequest(token, out.method, url, out.headers, null, {
        DPoP: access.dpop,
        [oauth.allowInsecureRequests]: url.protocol === "http:",
        // The body stays outside of the library, so that a large one is neither copied nor read ahead.
        [oauth.customFetch]: (target, { headers }) => transport(target, { ...out, headers: new Headers(headers) }, progress),
      });
    } catch (error) {
      if (error instanceof oauth.WWWAuthenticateChallengeError) {
        return error.response;
      }
      throw error;
    }
  }
}
