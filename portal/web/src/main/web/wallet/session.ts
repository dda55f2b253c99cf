import { Access, type Credentials } from "../api/access.ts";
import { Clock } from "../api/clock.ts";
import { Consent } from "../api/consent.ts";
import { Http } from "../api/http.ts";
import { Keysets, type HeldKeyset } from "../api/keysets.ts";
import { isNamed } from "../api/problem.ts";
import { Registry } from "../api/registry.ts";
import { Views } from "../api/views.ts";
import type { Account } from "../crypto/account.ts";
import { derive, normalUsername } from "../crypto/derive.ts";
import { damaged } from "../crypto/failure.ts";
import { makeKeyset, unlockKeyset, type Opener } from "../crypto/keyset.ts";
import { stamp } from "../crypto/time.ts";
import { AgencyAdministration } from "./administration.ts";
import { Agencies } from "./agencies.ts";
import { NodeAudit } from "./audit.ts";
import { RecoveryCounter } from "./counter.ts";
import { WorkerDesk } from "./desk.ts";
import { DeviceMemory } from "./device-memory.ts";
import { mergeEnded } from "./ended-views.ts";
import { HolderErasure } from "./erasure.ts";
import { functionKeys } from "./function-keys.ts";
import { HolderWallet } from "./holder-wallet.ts";
import { HolderKit } from "./kit.ts";
import { HolderKeys } from "./keys.ts";
import { Loans } from "./loans.ts";
import { HolderLog } from "./log.ts";
import { Manifests } from "./manifests.ts";
import { HolderMasks } from "./masks.ts";
import { UnknownSlots } from "./new-slots.ts";
import { NodeLog } from "./node-log.ts";
import { Papers } from "./papers.ts";
import { Portable } from "./portable.ts";
import { peopleOf } from "./people-session.ts";
import { settlePassphrase } from "./settle.ts";
import type { Config, Me, Session } from "./types.ts";

/** Derives, signs in, unlocks. The passphrase stays in this call; what remains is a key that cannot be read and a secret that renews. */
export async function signIn(config: Config, { username, passphrase }: { username: string; passphrase: string }): Promise<Session> {
  const { authSecret, wrapKey } = await derive(config.realm, username, passphrase);
  return start(config, normalUsername(username), { authSecret }, { wrapKey });
}

/** Signs in by a slot's credentials and unlocks by its key; what an earlier session could not finish is finished first. */
export async function start(config: Config, username: string, credentials: Credentials, opener: Opener): Promise<Session> {
  const clock = new Clock();
  const access = await Access.open(config, clock, username, credentials);
  let close = (): void => undefined;
  const closed = new Promise<void>(done => {
    close = () => {
      access.leave();
      done();
    };
  });
  const http = new Http(config.origin, clock, access, config.language, close);
  const [api, keysets, views] = [new Consent(http), new Keysets(http), new Views(http)];
  // All is asked for before anything is opened: which of it does not verify, the server cannot tell from what is asked next (T15).
  const [{ storage: _storage, ...me }, kept, manifest, ended] = await Promise.all([api.me(), keysets.read(), api.manifest(), views.ended()]);
  if (me.account !== access.account) {
    throw damaged();
  }
  const held = kept ?? await makeWallet(keysets, me.account, opener, stamp(clock.now()));
  const account = await unlockKeyset(held.keyset, me.account, opener);
  const memory = new DeviceMemory(account);
  await memory.slots();
  const manifests = new Manifests(api, account, memory);
  await manifests.start(manifest);
  if ("authSecret" in credentials) {
    await settlePassphrase(keysets, held, account, opener);
  }
  const whole = await mergeEnded(ended, { views, keyset: held.keyset, account, opener, manifests });
  // Nobody waits for this, and nothing depends on it.
  void keysets.used(account.slot).catch(() => undefined);
  return assemble(config, { http, api, keysets, views, clock, access, me, account, manifests, closed }, opener, whole);
}

/** At the first sign-in; when another session is first, its key set counts. */
async function makeWallet(keysets: Keysets, account: string, opener: Opener, created: string): Promise<HeldKeyset> {
  if (!("wrapKey" in opener)) {
    throw damaged();
  }
  const keyset = await makeKeyset(account, opener.wrapKey, created);
  try {
    return { keyset, tag: await keysets.create(keyset) };
  } catch (error) {
    const theirs = isNamed(error, "preconditionFailed", "conflict") ? await keysets.read() : undefined;
    if (theirs === undefined) {
      throw error;
    }
    return theirs;
  }
}

/** What the features of a session are made of. */
export interface Parts {
  readonly http: Http;
  readonly api: Consent;
  readonly keysets: Keysets;
  readonly views: Views;
  readonly clock: Clock;
  readonly access: Access;
  readonly me: Me;
  readonly account: Account;
  readonly manifests: Manifests;
  readonly closed: Promise<void>;
}

function assemble(config: Config, parts: Parts, opener: Opener, whole: boolean): Session {
  const { api, keysets, clock, access, me, account, manifests, closed } = parts;
  const papers = new Papers(api, clock, manifests);
  const agencies = new Agencies(new Registry(config.registryOrigin), manifests);
  const loans = new Loans(api, clock, account, manifests, papers, agencies);
  const { settle, forget, ...people } = peopleOf(config, parts, papers, agencies, loans);
  void settle().catch(() => undefined);
  const newSlots = new UnknownSlots(keysets, account, opener);
  const node = new NodeLog(api);
  const { organisation } = me;
  const desk = new WorkerDesk(api, clock, async () =>
    organisation === undefined ? new Map() : functionKeys(api, account, manifests, agencies, organisation));
  if (whole && manifests.now.papers.length > 0) {
    // What a mask that is not merged yet added is named by no list here: it must not be swept away. Nobody waits for this, and nothing depends on it.
    void papers.sweep().catch(() => undefined);
  }
  return {
    me, desk, closed, newSlots, ...people,
    wallet: new HolderWallet(api, manifests, papers, agencies, loans),
    log: new HolderLog(api, manifests, node),
    agency: new AgencyAdministration(api, account, manifests, agencies, organisation),
    audit: new NodeAudit(api, node, config.origin),
    keys: new HolderKeys(config, parts),
    erasure: new HolderErasure(config, parts),
    kit: new HolderKit(config, parts), counter: new RecoveryCounter(parts.http),
    portable: new Portable(config, parts),
    masks: new HolderMasks({ ...parts, thumbnails: papers.thumbnails }, whole),
    leave: async () => {
      access.leave();
      manifests.forget();
      papers.thumbnails.forget();
      desk.forget();
      newSlots.forget();
      forget();
    },
  };
}
