import type { Registry } from "../api/registry.ts";
import { verifyAgency, type VerifiedAgency } from "../crypto/agency.ts";
import { fail } from "../crypto/failure.ts";
import type { Manifest, ManifestContent } from "../crypto/manifest.ts";
import type { Manifests } from "./manifests.ts";
import type { Agency, AgencyKeys, Language } from "./types.ts";

/** Agencies as the registry publishes them, held against the roots this wallet has pinned. */
export class Agencies {
  readonly #registry: Registry;
  readonly #manifests: Manifests;

  constructor(registry: Registry, manifests: Manifests) {
    this.#registry = registry;
    this.#manifests = manifests;
  }

  async find(query: string, language: Language): Promise<readonly Agency[]> {
    return this.#registry.lendable(query, language);
  }

  /** As the registry calls it in this language; undefined for one it does not list. */
  async name(id: string, language: Language): Promise<string | undefined> {
    return (await this.#registry.lendable("", language)).find(known => known.id === id)?.name;
  }

  async keys(id: string): Promise<AgencyKeys> {
    const { agency, fingerprint, functions } = await this.verified(id);
    return {
      agency, fingerprint, known: pinned(this.#manifests.now, id) !== undefined,
      functions: functions.map(({ function: name, names }) => ({ function: name, names })),
    };
  }

  /** `rootChanged` when the root is not the pinned one: nothing is lent to, or opened for, an agency that may be somebody else. */
  async verified(id: string): Promise<VerifiedAgency> {
    const verified = await verifyAgency(await this.#registry.keys(id), id);
    const known = pinned(this.#manifests.now, id);
    if (known !== undefined && known !== verified.root) {
      throw fail("rootChanged");
    }
    return verified;
  }
}

export function pinned(now: Manifest, agency: string): string | undefined {
  return now.agencies.find(entry => entry.agency === agency)?.root;
}

/** Pins a root; another session that pinned another one meanwhile stops the act. */
export function pin(now: ManifestContent, { agency, root }: VerifiedAgency): ManifestContent["agencies"] {
  const known = now.agencies.find(entry => entry.agency === agency);
  if (known === undefined) {
    return [...now.agencies, { agency, root }];
  }
  if (known.root !== root) {
    throw fail("rootChanged");
  }
  return now.agencies;
}
