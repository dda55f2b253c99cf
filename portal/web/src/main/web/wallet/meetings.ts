import { Clock } from "../api/clock.ts";
import { Http } from "../api/http.ts";
import { isNamed } from "../api/problem.ts";
import { normalCrockford } from "../crypto/crockford.ts";
import { fail, orDamaged } from "../crypto/failure.ts";
import { id, loose, matching, text } from "../crypto/shape.ts";
import type { Config } from "./types.ts";

/** What is said after the offer, each once: by who came, by who waited, by who came. */
export type Part = "answer" | "reply" | "closing";

export interface Meeting {
  readonly meeting: string;
  /** Eight letters and digits, for those without a camera. */
  readonly code: string;
}

const CODE = /^[0-9A-HJKMNP-TV-Z]{8}$/;
const opened = loose({ meeting: id, code: matching(CODE) });
const offered = loose({ meeting: id, offer: text });
/** Milliseconds between two looks. */
const PAUSE = 1500;

/**
 * Where two devices find each other, for ten minutes and without an account (see the service's package of that name). Everybody who was told
 * the id or the code may speak here: what is read must verify by itself.
 */
export class Meetings {
  readonly #http: Http;

  constructor(config: Config) {
    this.#http = new Http(config.origin, new Clock(), undefined, config.language);
  }

  open(offer: string): Promise<Meeting> {
    return this.#http.read(opened, { method: "POST", path: "/meetings", json: { offer } });
  }

  /** By id, or by the code as somebody typed it. `notFound` when there is none, or none any more; `mistyped` for what cannot be one. */
  async find(name: string): Promise<{ readonly meeting: string; readonly offer: string }> {
    return this.#http.read(offered, { path: `/meetings/${isId(name) ? name : typedCode(name)}` });
  }

  /** `meetingAnswered` when somebody said it before. */
  async say(meeting: string, part: Part, words: string): Promise<void> {
    await this.#http.send({ method: "PUT", path: `/meetings/${meeting}/${part}`, json: { [part]: words } });
  }

  /** Undefined as long as nobody said it. */
  async said(meeting: string, part: Part): Promise<string | undefined> {
    const response = await this.#http.send({ path: `/meetings/${meeting}/${part}` });
    if (response.status === 204) {
      return undefined;
    }
    return orDamaged(async () => text((await response.json() as Record<string, unknown>)[part]));
  }

  /** Looks again and again until it is said; `notFound` when the meeting is over, undefined once `signal` says stop. */
  async heard(meeting: string, part: Part, signal: AbortSignal): Promise<string | undefined> {
    while (!signal.aborted) {
      const words = await this.said(meeting, part).catch((error: unknown) => {
        if (isNamed(error, "offline", "unavailable")) {
          return undefined;
        }
        throw error;
      });
      if (words !== undefined) {
        return words;
      }
      await new Promise(done => setTimeout(done, PAUSE));
    }
    return undefined;
  }

  /** Nobody comes any more. */
  async drop(meeting: string): Promise<void> {
    await this.#http.send({ method: "DELETE", path: `/meetings/${meeting}` }).catch(() => undefined);
  }
}

function isId(name: string): boolean {
  try {
    return id(name) === name;
  } catch {
    return false;
  }
}

function typedCode(typed: string): string {
  const code = normalCrockford(typed);
  if (code === undefined || !CODE.test(code)) {
    throw fail("mistyped");
  }
  return code;
}
