import type { PublishedKeys } from "../crypto/agency.ts";
import { damaged, fail } from "../crypto/failure.ts";
import { list, loose, type Reader } from "../crypto/shape.ts";
import { organisation, publishedKeys } from "./answers.ts";
import { isNamed, problem } from "./problem.ts";

export type Organisation = ReturnType<typeof organisation>;

/** Public reading of the registry, on its own origin: nothing about the holder is sent, not even a token. */
export class Registry {
  readonly #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  async lendable(query: string, language: string): Promise<readonly Organisation[]> {
    const search = new URLSearchParams({ q: query, lendable: "true", lang: language });
    return (await this.#read(loose({ items: list(organisation) }), `/organisations?${search.toString()}`)).items;
  }

  /** `unknownRecipientKey` when the agency has published none. */
  async keys(agency: string): Promise<PublishedKeys> {
    try {
      return await this.#read(publishedKeys, `/organisations/${encodeURIComponent(agency)}/keys`);
    } catch (error) {
      throw isNamed(error, "notFound") ? fail("unknownRecipientKey", { status: 404 }) : error;
    }
  }

  async #read<T>(reader: Reader<T>, path: string): Promise<T> {
    const response = await fetch(this.#origin + path, {
      headers: { Accept: "application/json" }, credentials: "omit", referrerPolicy: "no-referrer", cache: "no-cache",
    }).catch(() => {
      throw fail("offline");
    });
    if (!response.ok) {
      throw await problem(response);
    }
    const body: unknown = await response.json().catch(() => undefined);
    try {
      return reader(body);
    } catch {
      throw damaged();
    }
  }
}
