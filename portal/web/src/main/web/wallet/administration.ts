import type { Consent } from "../api/consent.ts";
import { readForeignCard, type Account } from "../crypto/account.ts";
import { fingerprint, handKey, openHandedSecret, openRoot, type VerifiedAgency } from "../crypto/agency.ts";
import { thumbprint } from "../crypto/curve.ts";
import { fail } from "../crypto/failure.ts";
import { pinned, type Agencies } from "./agencies.ts";
import type { Manifests } from "./manifests.ts";
import type { Administration, Member, PublishedAgency } from "./types.ts";

/** The keys of an agency in the hands of its administrator: the server carries them, and cannot make or read them. */
export class AgencyAdministration implements Administration {
  readonly #api: Consent;
  readonly #account: Account;
  readonly #manifests: Manifests;
  readonly #agencies: Agencies;
  readonly #organisation: string | undefined;

  constructor(api: Consent, account: Account, manifests: Manifests, agencies: Agencies, organisation: string | undefined) {
    this.#api = api;
    this.#account = account;
    this.#manifests = manifests;
    this.#agencies = agencies;
    this.#organisation = organisation;
  }

  async keys(): Promise<PublishedAgency> {
    const { agency, fingerprint: digits, functions } = await this.#agency();
    return {
      agency, fingerprint: digits, known: pinned(this.#manifests.now, agency) !== undefined,
      functions: await Promise.all(functions.map(async ({ function: name, names, enc, sig }) =>
        ({ function: name, names, enc: await thumbprint(enc), sig: await thumbprint(sig) }))),
    };
  }

  async members(): Promise<readonly Member[]> {
    const listed = await this.#api.members(this.#own());
    return Promise.all(listed.map(async ({ account, username, team, card, functions }) => {
      const { encryption } = await readForeignCard(card, account);
      return { account, username, functions, fingerprint: fingerprint(await thumbprint(encryption)), ...(team === undefined ? {} : { team }) };
    }));
  }

  async hand(member: string, functionId: string): Promise<void> {
    const agency = await this.#agency();
    const listed = (await this.#api.members(agency.agency)).find(candidate => candidate.account === member);
    if (listed === undefined) {
      throw fail("notFound");
    }
    const { encryption } = await readForeignCard(listed.card, member);
    const root = await openRoot(this.#account, agency.rootKey, agency.agency, await this.#api.rootKey(agency.agency));
    const mine = (await this.#api.deskKeys()).filter(entry => entry.agency === agency.agency && entry.function === functionId);
    const items = await Promise.all(mine.map(async ({ jwe }) => {
      const { use, key } = await openHandedSecret(this.#account, agency.rootKey, agency.agency, jwe);
      return { use, jwe: await handKey(root, agency.agency, functionId, use, key, member, encryption) };
    }));
    if (items.length === 0) {
      throw fail("unknownRecipientKey");
    }
    await this.#api.handKeys(agency.agency, member, functionId, items);
  }

  #agency(): Promise<VerifiedAgency> {
    return this.#agencies.verified(this.#own());
  }

  #own(): string {
    if (this.#organisation === undefined) {
      throw fail("forbidden");
    }
    return this.#organisation;
  }
}
