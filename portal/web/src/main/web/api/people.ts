import { base64, fromB64u } from "../crypto/bytes.ts";
import { publicJwk, type PublicJwk } from "../crypto/curve.ts";
import type { Sealed } from "../crypto/envelope.ts";
import { b32, count, id, list, loose, named, one, optional, text, type Reader } from "../crypto/shape.ts";
import type { Http } from "./http.ts";
import { isNamed } from "./problem.ts";

const state = one("given", "expired", "ended");
const mandate = loose({ mandate: id, jws: text, state, givenAt: text, endedAt: optional(text) });
const helping = loose({ mandate: id, jws: text, state, pin: optional(text), endedAt: optional(text), shelf: optional(text) });
const sent = loose({ arrival: id, act: one("add", "file", "ask"), at: text, copy: text });
const arrival = loose({
  arrival: id, act: one("add", "file", "ask", "deposit"), mandate: optional(id), address: optional(id), agency: optional(named), function: optional(named),
  by: text, at: text, size: optional(count), hash: optional(b32), jwe: text,
});
const opened = loose({ opening: id, size: count, hash: b32 });
const address = loose({ address: id, key: publicJwk });
const deposit = loose({ deposit: id, at: text, answer: optional(one("accepted", "refused")) });
const block = loose({ agency: named });

export type MandateAnswer = ReturnType<typeof mandate>;
export type HelpingAnswer = ReturnType<typeof helping>;
export type ArrivalAnswer = ReturnType<typeof arrival>;

/** Mandates, the inbox, deposits: one method per door of the consent API. */
export class People {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  mandates(): Promise<readonly MandateAnswer[]> {
    return this.#items("/mandates", mandate);
  }

  async giveMandate(jws: string): Promise<void> {
    await this.#http.send({ method: "POST", path: "/mandates", json: { jws } });
  }

  async changeMandate(one: string, jws: string): Promise<void> {
    await this.#http.send({ method: "PUT", path: `/mandates/${one}`, json: { jws } });
  }

  async endMandate(one: string): Promise<void> {
    await this.#http.send({ method: "POST", path: `/mandates/${one}/end` });
  }

  async layOut(one: string, jwe: string, papers: readonly { readonly paper: string; readonly version: number }[]): Promise<void> {
    await this.#http.send({ method: "PUT", path: `/mandates/${one}/shelf`, json: { jwe, papers } });
  }

  helping(): Promise<readonly HelpingAnswer[]> {
    return this.#items("/helping", helping);
  }

  async pin(one: string, jws: string): Promise<void> {
    await this.#http.send({ method: "PUT", path: `/helping/${one}/pin`, json: { jws } });
  }

  async giveBack(one: string): Promise<void> {
    await this.#http.send({ method: "POST", path: `/helping/${one}/end` });
  }

  async bring(one: string, paper: string, sealed: Sealed, progress?: (fraction: number) => void): Promise<void> {
    await this.#content(`/helping/${one}/arrivals/${paper}/content`, sealed, progress);
  }

  async send(one: string, body: { readonly arrival: string; readonly act: string; readonly jwe: string; readonly copy: string }): Promise<void> {
    await this.#http.send({ method: "POST", path: `/helping/${one}/arrivals`, json: body });
  }

  sent(one: string): Promise<readonly ReturnType<typeof sent>[]> {
    return this.#items(`/helping/${one}/arrivals`, sent);
  }

  /** In the holder's log, refused or not. */
  openHelping(one: string, paper: string, version: number, action: "look" | "print"): Promise<ReturnType<typeof opened>> {
    return this.#http.read(opened, { method: "POST", path: `/helping/${one}/openings`, json: { paper, version, action } });
  }

  openedHelping(opening: string): Promise<Response> {
    return this.#http.send({ path: `/helping/openings/${opening}/content`, headers: { Accept: "application/octet-stream" } });
  }

  arrivals(): Promise<readonly ArrivalAnswer[]> {
    return this.#items("/arrivals", arrival);
  }

  arrivalContent(one: string): Promise<Response> {
    return this.#http.send({ path: `/arrivals/${one}/content`, headers: { Accept: "application/octet-stream" } });
  }

  async accept(one: string, tell: boolean): Promise<void> {
    await this.#http.send({ method: "POST", path: `/arrivals/${one}/accept`, json: { tell } });
  }

  /** What is gone already is refused. */
  async refuse(one: string, tell: boolean): Promise<void> {
    await this.#http.send({ method: "POST", path: `/arrivals/${one}/refuse`, json: { tell } }).catch((error: unknown) => {
      if (!isNamed(error, "notFound")) throw error;
    });
  }

  async blocks(): Promise<readonly string[]> {
    return (await this.#items("/blocks", block)).map(({ agency }) => agency);
  }

  async block(agency: string, on: boolean): Promise<void> {
    await this.#http.send({ method: on ? "PUT" : "DELETE", path: `/blocks/${encodeURIComponent(agency)}` });
  }

  async register(own: string, key: PublicJwk): Promise<void> {
    await this.#http.send({ method: "PUT", path: "/addresses", json: { address: own, key } });
  }

  /** By its id or by what is printed on the card. The key it answers with is checked against either before it is used. */
  address(name: string): Promise<ReturnType<typeof address>> {
    return this.#http.read(address, { path: `/deposits/addresses/${name}` });
  }

  deposits(): Promise<readonly ReturnType<typeof deposit>[]> {
    return this.#items("/deposits", deposit);
  }

  async bringDeposit(to: string, paper: string, sealed: Sealed, progress?: (fraction: number) => void): Promise<void> {
    await this.#content(`/deposits/${to}/arrivals/${paper}/content`, sealed, progress);
  }

  async deposit(to: string, one: string, jwe: string): Promise<void> {
    await this.#http.send({ method: "POST", path: `/deposits/${to}`, json: { arrival: one, jwe } });
  }

  async #content(path: string, { ciphertext, hash }: Sealed, progress?: (fraction: number) => void): Promise<void> {
    await this.#http.send({
      method: "PUT", path, body: ciphertext, ...(progress === undefined ? {} : { progress }),
      headers: { "Content-Type": "application/octet-stream", "Content-Digest": `sha-256=:${base64(fromB64u(hash))}:` },
    });
  }

  async #items<T>(path: string, item: Reader<T>): Promise<readonly T[]> {
    const page: Reader<{ readonly items: readonly T[] }> = loose({ items: list(item) });
    return (await this.#http.read(page, { path })).items;
  }
}
