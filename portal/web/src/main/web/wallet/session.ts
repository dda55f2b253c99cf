import { Access } from "../api/access.ts";
import { Clock } from "../api/clock.ts";
import { Consent } from "../api/consent.ts";
import { Http } from "../api/http.ts";
import { isNamed } from "../api/problem.ts";
import { Registry } from "../api/registry.ts";
import type { Account } from "../crypto/account.ts";
import { derive, normalUsername, type Derived } from "../crypto/derive.ts";
import { damaged } from "../crypto/failure.ts";
import { makeKeyset, unlockKeyset, type Keyset } from "../crypto/keyset.ts";
import { stamp } from "../crypto/time.ts";
import { AgencyAdministration } from "./administration.ts";
import { Agencies } from "./agencies.ts";
import { NodeAudit } from "./audit.ts";
import { WorkerDesk } from "./desk.ts";
import { functionKeys } from "./function-keys.ts";
import { HolderWallet } from "./holder-wallet.ts";
import { Loans } from "./loans.ts";
import { HolderLog } from "./log.ts";
import { Manifests } from "./manifests.ts";
import { NodeLog } from "./node-log.ts";
import { Papers } from "./papers.ts";
import type { Config, Me, Session } from "./types.ts";

/** Derives, signs in, unlocks. The passphrase stays in this call; what remains is a key that cannot be read and a secret that renews. */
export async function signIn(config: Config, { username, passphrase }: { username: string; passphrase: string }): Promise<Session> {
  return start(config, normalUsername(username), await derive(config.realm, username, passphrase));
}

export async function start(config: Config, username: string, { authSecret, wrapKey }: Derived): Promise<Session> {
  const clock = new Clock();
  const access = await Access.open(config, clock, username, authSecret);
  const api = new Consent(new Http(config.origin, clock, access, config.language));
  // All is asked for before anything is opened: which of it does not verify, the server cannot tell from what is asked next (T15).
  const [{ storage: _storage, ...me }, keyset, manifest] = await Promise.all([api.me(), api.keyset(), api.manifest()]);
  if (me.account !== access.account) {
    throw damaged();
  }
  const account = await unlockKeyset(keyset ?? await makeWallet(api, me.account, wrapKey, stamp(clock.now())), me.account, { wrapKey });
  const manifests = new Manifests(api, account);
  await manifests.start(manifest);
  return assemble(config, { api, clock, access, me, account, manifests });
}

/** At the first sign-in; when another session is first, its key set counts. */
async function makeWallet(api: Consent, account: string, wrapKey: CryptoKey, created: string): Promise<Keyset> {
  const made = await makeKeyset(account, wrapKey, created);
  try {
    await api.createKeyset(made);
    return made;
  } catch (error) {
    const theirs = isNamed(error, "preconditionFailed", "conflict") ? await api.keyset() : undefined;
    if (theirs === undefined) {
      throw error;
    }
    return theirs;
  }
}

interface Parts {
  readonly api: Consent;
  readonly clock: Clock;
  readonly access: Access;
  readonly me: Me;
  readonly account: Account;
  readonly manifests: Manifests;
}

function assemble(config: Config, { api, clock, access, me, account, manifests }: Parts): Session {
  const papers = new Papers(api, clock, manifests);
  const agencies = new Agencies(new Registry(config.registryOrigin), manifests);
  const node = new NodeLog(api);
  const { organisation } = me;
  const desk = new WorkerDesk(api, clock, async () =>
    organisation === undefined ? new Map() : functionKeys(api, account, manifests, agencies, organisation));
  if (manifests.now.papers.length > 0) {
    // Nobody waits for this, and nothing depends on it.
    void papers.sweep().catch(() => undefined);
  }
  return {
    me, desk,
    wallet: new HolderWallet(api, manifests, papers, agencies, new Loans(api, clock, account, manifests, papers, agencies)),
    log: new HolderLog(api, manifests, node),
    agency: new AgencyAdministration(api, account, manifests, agencies, organisation),
    audit: new NodeAudit(node),
    leave: async () => {
      access.leave();
      manifests.forget();
      papers.thumbnails.forget();
      desk.forget();
    },
  };
}
