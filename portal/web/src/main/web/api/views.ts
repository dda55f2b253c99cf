import { count, id, list, loose, text, time } from "../crypto/shape.ts";
import type { View } from "../crypto/view.ts";
import type { Http } from "./http.ts";
import { isNamed } from "./problem.ts";

const endedView = loose({ view: id, share: text, sealed: list(loose({ slot: id, jwe: text })), keys: text, manifest: text, version: count, until: time, endedAt: time });
export type EndedView = ReturnType<typeof endedView>;

export interface NewMask {
  readonly view: View;
  readonly manifest: string;
  readonly version: number;
  /** Ids of papers, blocks and loans. */
  readonly shows: readonly string[];
  readonly until: string;
}

/** Views beside the one that is open: setting a mask, and what is left of those that ended. */
export class Views {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** Every session of the account ends with the answer, this one included. */
  async mask(mask: NewMask): Promise<void> {
    await this.#http.send({ method: "POST", path: "/masks", json: mask });
  }

  /** Answers the same whether there was something to lift or not. */
  async lift(jws: string): Promise<void> {
    await this.#http.send({ method: "POST", path: "/masks/end", json: { jws } });
  }

  /** Oldest first. */
  async ended(): Promise<readonly EndedView[]> {
    return (await this.#http.read(loose({ items: list(endedView) }), { path: "/views" })).items;
  }

  /** What another session dropped already is dropped. */
  async drop(id: string): Promise<void> {
    try {
      await this.#http.send({ method: "DELETE", path: `/views/${id}` });
    } catch (error) {
      if (!isNamed(error, "notFound")) {
        throw error;
      }
    }
  }
}
