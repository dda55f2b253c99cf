import { base64, fromB64u } from "../crypto/bytes.ts";
import type { Sealed } from "../crypto/envelope.ts";
import { loose, list, text, type Reader } from "../crypto/shape.ts";
import * as answers from "./answers.ts";
import type { Http } from "./http.ts";
import { isNamed } from "./problem.ts";

export interface NewLoan {
  readonly loan: string;
  readonly agency: string;
  readonly function: string;
  readonly holder: string;
  readonly holderKey: object;
  readonly actions: readonly string[];
  readonly from: string;
  readonly until: string;
  readonly items: readonly { readonly paper: string; readonly version: number; readonly jwe: string }[];
}

export interface HeldManifest {
  readonly jwe: string;
  readonly tag: string;
}

/** The consent API, one method per resource. Ids are checked when read, so they are safe in paths. */
export class Consent {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  me(): Promise<answers.MeAnswer> {
    return this.#http.read(answers.me, { path: "/me" });
  }

  async manifest(): Promise<HeldManifest | undefined> {
    const response = await orAbsent(this.#http.send({ path: "/manifest", headers: { Accept: "application/jose" } }));
    return response && { jwe: await response.text(), tag: response.headers.get("etag") ?? "" };
  }

  /** Over the one held under this tag, or the first one of all; `preconditionFailed` when another session was first. Gives the new tag. */
  async putManifest(version: number, jwe: string, tag: string | undefined): Promise<string> {
    const condition: Record<string, string> = tag === undefined ? { "If-None-Match": "*" } : { "If-Match": tag };
    const response = await this.#http.send({
      method: "PUT", path: "/manifest", body: jwe,
      headers: { ...condition, "Content-Type": "application/jose", "Manifest-Version": version.toString() },
    });
    return response.headers.get("etag") ?? "";
  }

  papers(): Promise<readonly ReturnType<typeof answers.storedPaper>[]> {
    return this.#all("/papers", answers.storedPaper);
  }

  async putPaper(paper: string, version: number, { ciphertext, hash }: Sealed, progress?: (fraction: number) => void): Promise<void> {
    await this.#http.send({
      method: "PUT", path: `/papers/${paper}/versions/${version}`, body: ciphertext, ...(progress === undefined ? {} : { progress }),
      headers: { "Content-Type": "application/octet-stream", "Content-Digest": `sha-256=:${base64(fromB64u(hash))}:` },
    });
  }

  paper(paper: string, version: number): Promise<Response> {
    return this.#http.send({ path: `/papers/${paper}/versions/${version}`, headers: { Accept: "application/octet-stream" } });
  }

  /** Deleting what is gone already is done. */
  async deletePaper(paper: string): Promise<void> {
    await orAbsent(this.#http.send({ method: "DELETE", path: `/papers/${paper}` }));
  }

  createLoan(loan: NewLoan): Promise<answers.LoanAnswer> {
    return this.#http.read(answers.loanAnswer, { method: "POST", path: "/loans", json: loan });
  }

  loans(): Promise<readonly answers.LoanAnswer[]> {
    return this.#all("/loans", answers.loanAnswer);
  }

  endLoan(loan: string): Promise<answers.LoanAnswer> {
    return this.#http.read(answers.loanAnswer, { method: "POST", path: `/loans/${loan}/end` });
  }

  deskLoans(): Promise<readonly answers.DeskLoanAnswer[]> {
    return this.#all("/desk/loans", answers.deskLoan);
  }

  async deskKeys(): Promise<readonly ReturnType<typeof answers.deskKey>[]> {
    return (await this.#http.read(loose({ items: list(answers.deskKey) }), { path: "/desk/keys" })).items;
  }

  /** Recorded in the holder's log, refused or not. */
  openAtDesk(loan: string, paper: string, version: number, action: "look" | "save"): Promise<ReturnType<typeof answers.opening>> {
    return this.#http.read(answers.opening, { method: "POST", path: `/desk/loans/${loan}/openings`, json: { paper, version, action } });
  }

  openedContent(opening: string): Promise<Response> {
    return this.#http.send({ path: `/desk/openings/${encodeURIComponent(opening)}/content`, headers: { Accept: "application/octet-stream" } });
  }

  members(agency: string): Promise<readonly ReturnType<typeof answers.member>[]> {
    return this.#all(`/agencies/${encodeURIComponent(agency)}/members`, answers.member);
  }

  async rootKey(agency: string): Promise<string> {
    return (await this.#http.send({ path: `/agencies/${encodeURIComponent(agency)}/root-key`, headers: { Accept: "application/jose" } })).text();
  }

  async handKeys(agency: string, member: string, functionId: string, items: readonly { use: string; jwe: string }[]): Promise<void> {
    const path = `/agencies/${encodeURIComponent(agency)}/members/${encodeURIComponent(member)}/keys`;
    await this.#http.send({ method: "PUT", path, json: { function: functionId, items } });
  }

  logEvents(cursor?: string): Promise<answers.Page<answers.LogEventAnswer>> {
    return this.#http.read(answers.page(answers.logEvent), { path: `/log/events${query({ cursor })}` });
  }

  async checkpoint(): Promise<string> {
    return (await this.#http.send({ path: "/log/checkpoint", headers: { Accept: "text/plain" } })).text();
  }

  async logKey(): Promise<string> {
    return (await this.#http.send({ path: "/log/key", headers: { Accept: "text/plain" } })).text();
  }

  /** Newest first. */
  async builds(): Promise<readonly { readonly event: string; readonly index: number }[]> {
    return (await this.#http.read(loose({ items: list(answers.build) }), { path: "/log/builds" })).items;
  }

  async inclusion(index: number, size: number): Promise<readonly string[]> {
    return (await this.#http.read(answers.proof, { path: `/log/proofs/inclusion${query({ index, size })}` })).hashes;
  }

  async consistency(from: number, to: number): Promise<readonly string[]> {
    return (await this.#http.read(answers.proof, { path: `/log/proofs/consistency${query({ from, to })}` })).hashes;
  }

  async #all<T>(path: string, item: Reader<T>): Promise<readonly T[]> {
    const items: T[] = [];
    for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
      const read: answers.Page<T> = await this.#http.read(answers.page(item), { path: path + query({ cursor, limit: 100 }) });
      items.push(...read.items);
      cursor = read.next;
    }
    return items;
  }
}

/** `{username}` as it was accepted; `accountExists` when taken. */
export async function createAccount(http: Http, username: string, authSecret: string): Promise<string> {
  return (await http.read(loose({ username: text }), { method: "POST", path: "/accounts", json: { username, authSecret } })).username;
}

async function orAbsent<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isNamed(error, "notFound")) {
      return undefined;
    }
    throw error;
  }
}

function query(members: Readonly<Record<string, string | number | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(members)) {
    if (value !== undefined) {
      search.set(name, value.toString());
    }
  }
  return search.size === 0 ? "" : `?${search.toString()}`;
}
