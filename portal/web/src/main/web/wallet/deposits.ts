import type { Clock } from "../api/clock.ts";
import type { Consent } from "../api/consent.ts";
import type { People } from "../api/people.ts";
import { isNamed } from "../api/problem.ts";
import type { Registry } from "../api/registry.ts";
import type { Account } from "../crypto/account.ts";
import { addressCode, readAddressText } from "../crypto/address.ts";
import { openHandedSecret } from "../crypto/agency.ts";
import { sealDeposit, states, type Depositor } from "../crypto/arrival.ts";
import { b64u, random, randomId } from "../crypto/bytes.ts";
import { fromCrockford, grouped, normalCrockford } from "../crypto/crockford.ts";
import { publicPart, signingKey, type PublicJwk } from "../crypto/curve.ts";
import { sealPaper } from "../crypto/envelope.ts";
import { damaged, fail } from "../crypto/failure.ts";
import { stamp } from "../crypto/time.ts";
import type { Agencies } from "./agencies.ts";
import type { Deposits, FoundAddress, NewArrival } from "./people.ts";
import type { Me } from "./types.ts";

interface Parts {
  readonly api: Consent;
  readonly people: People;
  readonly registry: Registry;
  readonly agencies: Agencies;
  readonly clock: Clock;
  readonly account: Account;
  readonly me: Me;
  readonly card: () => Promise<string>;
}

/** What a worker puts down at the address of a card, in the name of their team. */
export class WorkerDeposits implements Deposits {
  readonly #parts: Parts;
  readonly #keys = new Map<string, PublicJwk>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The server only says which address belongs to a key: a key that does not fit the code, or the scanned one, is refused. */
  async find(name: string): Promise<FoundAddress> {
    const scanned = readAddressText(name);
    const typed = normalCrockford(name);
    if (scanned === undefined && (typed === undefined || fromCrockford(typed, 10) === undefined)) {
      throw fail("mistyped");
    }
    const code = scanned === undefined ? typed ?? "" : await addressCode(scanned);
    const { address, key } = await this.#parts.people.address(code);
    if (await addressCode(key) !== code || (scanned !== undefined && (scanned.x !== key.x || scanned.y !== key.y))) {
      throw damaged();
    }
    this.#keys.set(address, key);
    return { address, code: grouped(code) };
  }

  async deposit({ address }: FoundAddress, file: Blob, { thumbnail, ...meta }: NewArrival & { readonly message?: string }, progress: (fraction: number) => void = () => undefined): Promise<void> {
    const { people, me, clock } = this.#parts;
    const to = this.#keys.get(address);
    const { organisation: agency, team } = me;
    if (to === undefined || agency === undefined || team === undefined) {
      throw fail("forbidden");
    }
    const by = await this.#depositor(agency, team);
    const [paper, key] = [randomId(), random(32)];
    try {
      const sealed = await sealPaper(file, key, paper, 1, part => progress(part * 0.25));
      await people.bringDeposit(address, paper, sealed, part => progress(0.25 + part * 0.75));
      await people.deposit(address, paper, await sealDeposit(by, to, {
        suite: 1, act: "deposit", address, agency, function: team, worker: me.account, by: me.username, paper, version: 1, hash: sealed.hash, size: file.size, ...meta,
        ...(thumbnail === undefined ? {} : { thumbnail }), key: b64u(key), at: stamp(clock.now()),
      }));
    } finally {
      key.fill(0);
    }
  }

  list(): ReturnType<Deposits["list"]> {
    return this.#parts.people.deposits().then(all => all.map(({ deposit: id, at, answer }) => ({ id, at, ...(answer === undefined ? {} : { answer }) })));
  }

  forget(): void {
    this.#keys.clear();
  }

  /** The team's signature key as handed to this worker, and the agency's own statement about it. */
  async #depositor(agency: string, team: string): Promise<Depositor> {
    const { api, registry, agencies, account, card } = this.#parts;
    const { rootKey } = await agencies.verified(agency);
    const published = (await registry.keys(agency)).functions.find(one => one.function === team)?.statements ?? [];
    for (const { jwe } of (await api.deskKeys()).filter(one => one.agency === agency && one.function === team && one.use === "sig")) {
      const handed = await openHandedSecret(account, rootKey, agency, jwe).catch((error: unknown) => {
        if (isNamed(error, "damaged")) return undefined;
        throw error;
      });
      for (const statement of handed?.use === "sig" && handed.function === team ? published : []) {
        if (handed !== undefined && await states(statement, rootKey, publicPart(handed.key))) {
          return { account, card: await card(), signing: await signingKey(handed.key), statement };
        }
      }
    }
    throw fail("noTeamKey");
  }
}
