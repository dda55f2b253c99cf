import type { Account } from "./account.ts";
import { readForeignCard } from "./account.ts";
import { fromB64u, fromUtf8, utf8 } from "./bytes.ts";
import { publicJwk, samePoint, thumbprint, type PublicJwk } from "./curve.ts";
import { damaged, orDamaged } from "./failure.ts";
import { kidInHeader, seal, sign, unseal, verify } from "./jose.ts";
import { padme } from "./padme.ts";
import { b32, count, id, list, matching, named, nullable, object, one, optional, text, time, type Reader, type ShapeOf } from "./shape.ts";

const paper = { paper: id, version: count, hash: b32, size: count, type: text, title: text, kind: text, date: optional(text), thumbnail: optional(matching(/^data:image\//)), key: b32 };
const added = { suite: one(1), act: one("add"), mandate: id, ...paper, at: time };
const filing = { suite: one(1), act: one("file"), mandate: id, paper: id, title: text, kind: text, date: optional(text), at: time };
const asking = {
  suite: one(1), act: one("ask"), mandate: id, papers: list(id), agency: named, agencyName: text, function: named, functionName: text, purpose: text,
  duration: one("appointment", "day", "month", "half-year", "year"), action: one("look", "save"), at: time,
};
const deposited = { suite: one(1), act: one("deposit"), address: id, agency: named, function: named, worker: named, by: text, ...paper, message: optional(text), at: time };
const framed = object({ suite: one(1), deposit: text, card: text, statement: text });
const statement = object({ suite: one(1), agency: named, function: named, use: one("sig"), key: publicJwk, created: time, replaces: nullable(b32) });

export type Added = ShapeOf<typeof added>;
export type Filing = ShapeOf<typeof filing>;
export type Asking = ShapeOf<typeof asking>;
export type Deposited = ShapeOf<typeof deposited>;
/** What a helper sends: a paper, or a proposal that changes nothing until the holder takes it up. */
export type Sent = Added | Filing | Asking;

const readers: Readonly<Record<Sent["act"], Reader<Sent>>> = { add: object(added), file: object(filing), ask: object(asking) };

/** Signed once, sealed twice: to the holder, and to the helper, who sees what they sent and nothing else. */
export async function sealSent(helper: Account, holder: PublicJwk, sent: Sent): Promise<{ readonly jwe: string; readonly copy: string }> {
  const jws = await sign(helper.signing, "passerelle-arrival+jws", padded(JSON.stringify(readers[sent.act](sent))));
  return { jwe: await sealTo(holder, jws), copy: await sealTo(helper.encryptionKey, jws) };
}

/** `signer` is the helper's key as the holder's mandate names it, `mandate` the one this came under. */
export function openSent(opening: CryptoKey, jwe: string, signer: PublicJwk, mandate: string): Promise<Sent> {
  return orDamaged(async () => {
    const { payload } = await unseal(opening, "passerelle-arrival+jwe", jwe);
    const json: unknown = JSON.parse(await verify(signer, "passerelle-arrival+jws", payload));
    const act = (json as { act?: unknown }).act;
    const read = act === "add" || act === "file" || act === "ask" ? readers[act](json) : undefined;
    return read?.mandate === mandate ? read : Promise.reject(damaged());
  });
}

/** Who deposits: the worker by their account key, the team by the function's signature key, the agency by its statement about that key. */
export interface Depositor {
  readonly account: Account;
  readonly card: string;
  readonly signing: CryptoKey;
  readonly statement: string;
}

export async function sealDeposit(by: Depositor, to: PublicJwk, content: Deposited): Promise<string> {
  const deposit = await sign(by.account.signing, "passerelle-arrival+jws", padded(JSON.stringify(object(deposited)(content))));
  const key = statement(payloadOf(by.statement)).key;
  const frame = JSON.stringify({ suite: 1, deposit, card: by.card, statement: by.statement });
  return sealTo(to, await sign(by.signing, "passerelle-deposit+jws", frame, { kid: await thumbprint(key) }));
}

/**
 * Opens a deposit. `root` is the agency's root as pinned or published, never as sent; what it does not vouch for is `damaged`, and so is a deposit
 * framed as another agency's, another team's, or one for another address.
 */
export function openDeposit(opening: CryptoKey, jwe: string, root: PublicJwk, served: Pick<Deposited, "address" | "agency" | "function">): Promise<Deposited> {
  return orDamaged(async () => {
    const { payload } = await unseal(opening, "passerelle-arrival+jwe", jwe);
    const stated = framed(payloadOf(payload)).statement;
    const team = statement(JSON.parse(await verify(root, "passerelle-agency-key+jws", stated, ["kid"])));
    const frame = framed(JSON.parse(await verify(team.key, "passerelle-deposit+jws", payload, ["kid"])));
    const claimed = object(deposited)(payloadOf(frame.deposit));
    const { signing } = await readForeignCard(frame.card, claimed.worker);
    const read = object(deposited)(JSON.parse(await verify(signing, "passerelle-arrival+jws", frame.deposit)));
    if (kidInHeader(stated) !== await thumbprint(root) || kidInHeader(payload) !== await thumbprint(team.key)
      || team.agency !== served.agency || team.function !== served.function || read.agency !== served.agency || read.function !== served.function
      || read.address !== served.address || frame.statement !== stated) {
      throw damaged();
    }
    return read;
  });
}

/** Whether a stated key is the one in hand: a worker whose team's key was replaced deposits nothing in its name. */
export async function states(jws: string, root: PublicJwk, key: PublicJwk): Promise<boolean> {
  try {
    return samePoint(statement(JSON.parse(await verify(root, "passerelle-agency-key+jws", jws, ["kid"]))).key, key);
  } catch {
    return false;
  }
}

async function sealTo(to: PublicJwk, jws: string): Promise<string> {
  return seal(to, "passerelle-arrival+jwe", jws, await thumbprint(to));
}

/** Read before anything is proven, to know which key must prove it. */
function payloadOf(jws: string): unknown {
  return JSON.parse(fromUtf8(fromB64u(jws.split(".")[1] ?? "")));
}

/** Trailing spaces: the server sees a step of Padmé, not how long a title is. */
function padded(json: string): string {
  const length = utf8(json).length;
  return json + " ".repeat(padme(length) - length);
}
