import { Clock } from "../api/clock.ts";
import { Consent } from "../api/consent.ts";
import { Http } from "../api/http.ts";
import { isNamed } from "../api/problem.ts";
import { fromBase64 } from "../crypto/bytes.ts";
import { damaged, orDamaged } from "../crypto/failure.ts";
import { sign } from "../crypto/jose.ts";
import { EMPTY } from "../crypto/manifest.ts";
import { included, publicLeaf } from "../crypto/merkle.ts";
import { hashOfText } from "../crypto/sha256.ts";
import { b32, count, loose, optional, text } from "../crypto/shape.ts";
import { stamp } from "../crypto/time.ts";
import { NodeLog } from "./node-log.ts";
import { byPassphrase } from "./proof.ts";
import type { Parts } from "./session.ts";
import type { Config } from "./types.ts";

/** What is left of a wallet: the holder's signature, and the node's log that says it was done. Says nothing of what was in it. */
export interface Receipt {
  readonly receipt: string;
  /** The holder's signed wish, with the key that signed it. */
  readonly jws: string;
  /** The public entry of the log, and its proof. Absent while the node has not written it yet. */
  readonly proof?: { readonly event: string; readonly index: number; readonly size: number; readonly hashes: readonly string[]; readonly checkpoint: string };
}

const erasure = loose({ event: text, index: optional(count) });
const [TRIES, PAUSE] = [20, 500];

/** Erases the wallet, for ever. */
export class HolderErasure {
  readonly #config: Config;
  readonly #parts: Parts;

  constructor(config: Config, parts: Parts) {
    this.#config = config;
    this.#parts = parts;
  }

  /** `wrongPassphrase`, and nothing was done; else the keys go first, then everything the node has. */
  async erase(passphrase: string): Promise<string> {
    const { http, clock, manifests, me } = this.#parts;
    const { account } = await byPassphrase(this.#config, this.#parts, passphrase);
    const wish = JSON.stringify({ suite: 1, account: me.account, at: stamp(clock.now()) });
    const jws = await sign(account.signing, "passerelle-erase+jws", wish, { jwk: account.anchor });
    await manifests.change(() => EMPTY);
    try {
      await http.read(loose({ receipt: b32 }), { method: "POST", path: "/erasure", json: { jws } });
    } catch (error) {
      // The answer may have been lost on its way: then the log knows.
      if (!isNamed(error, "sessionClosed", "sessionEnded", "offline") || await this.#find(await hashOfText(jws)) === undefined) {
        throw error;
      }
    }
    return jws;
  }

  /** After it: the entry in the public log, verified as anybody could. */
  async receipt(jws: string): Promise<Receipt> {
    const receipt = await hashOfText(jws);
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const found = await this.#find(receipt);
      if (found?.index !== undefined) {
        const proof = await this.#proof(receipt, found.event, found.index);
        if (proof !== undefined) {
          return { receipt, jws, proof };
        }
      }
      await new Promise(done => setTimeout(done, PAUSE));
    }
    return { receipt, jws };
  }

  async #proof(receipt: string, event: string, index: number): Promise<Receipt["proof"]> {
    const api = new Consent(this.#open());
    const state = await new NodeLog(api).newest(null);
    if (index >= state.size) {
      return undefined;
    }
    const hashes = await api.inclusion(index, state.size);
    const says: unknown = JSON.parse(event);
    const ours = typeof says === "object" && says !== null && "receipt" in says && says.receipt === receipt;
    const proven = await orDamaged(async () => included(await publicLeaf(event), index, state.size, hashes.map(fromBase64), state.root));
    if (!ours || !proven) {
      throw damaged();
    }
    return { event, index, size: state.size, hashes, checkpoint: state.text };
  }

  async #find(receipt: string): Promise<ReturnType<typeof erasure> | undefined> {
    try {
      return await this.#open().read(erasure, { path: `/erasures/${receipt}` });
    } catch (error) {
      if (isNamed(error, "notFound", "offline")) {
        return undefined;
      }
      throw error;
    }
  }

  /** Without a token: there is nobody any more. */
  #open(): Http {
    return new Http(this.#config.origin, new Clock(), undefined, this.#config.language);
  }
}
