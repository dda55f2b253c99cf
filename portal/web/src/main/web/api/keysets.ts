import { keyset, type Keyset } from "../crypto/keyset.ts";
import { id, list, loose, one, optional, text } from "../crypto/shape.ts";
import type { Http } from "./http.ts";
import { isNamed } from "./problem.ts";

const slotUse = loose({ slot: id, kind: one("passphrase", "passkey", "device", "recovery", "kit"), created: text, usedAt: optional(text) });
export type SlotUse = ReturnType<typeof slotUse>;

/** A key set as it is kept now, and the tag under which it may be changed. */
export interface HeldKeyset {
  readonly keyset: Keyset;
  readonly tag: string;
}

/** What opens the wallet, as the server keeps it. */
export class Keysets {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  async read(): Promise<HeldKeyset | undefined> {
    try {
      const { value, tag } = await this.#http.readTagged(keyset, { path: "/keyset" });
      return { keyset: value, tag };
    } catch (error) {
      if (isNamed(error, "notFound")) {
        return undefined;
      }
      throw error;
    }
  }

  /** Gives its tag. */
  create(body: Keyset): Promise<string> {
    return this.#put(body, { "If-None-Match": "*" });
  }

  /** `preconditionFailed` when another session changed it since it was read. Gives the new tag. */
  change(body: Keyset, tag: string): Promise<string> {
    return this.#put(body, { "If-Match": tag });
  }

  async uses(): Promise<readonly SlotUse[]> {
    return (await this.#http.read(loose({ items: list(slotUse) }), { path: "/slots" })).items;
  }

  /** Every session of the account ends with the answer; `preconditionFailed` when the key set is not that of the tag any more. */
  async replaceSecret(authSecret: string, jws: string, tag: string): Promise<void> {
    await this.#http.send({ method: "POST", path: "/sign-in-secret", headers: { "If-Match": tag }, json: { authSecret, jws } });
  }

  async used(slot: string): Promise<void> {
    await this.#http.send({ method: "POST", path: `/slots/${slot}/uses` });
  }

  async #put(json: Keyset, headers: Record<string, string>): Promise<string> {
    return (await this.#http.send({ method: "PUT", path: "/keyset", headers, json })).headers.get("etag") ?? "";
  }
}
