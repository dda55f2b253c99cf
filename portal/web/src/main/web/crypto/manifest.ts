import type { Account } from "./account.ts";
import { utf8 } from "./bytes.ts";
import { publicJwk } from "./curve.ts";
import { damaged, orDamaged } from "./failure.ts";
import { lock, sign, unlock, verify } from "./jose.ts";
import { padme } from "./padme.ts";
import { hashOfText } from "./sha256.ts";
import { absent, b32, count, id, list, named, nullable, object, one, optional, text, time, type ShapeOf } from "./shape.ts";

const earlier = { version: count, key: b32, hash: b32, size: count, type: text, added: time };
const paper = {
  id, version: count, title: text, kind: text, date: optional(text), expires: optional(text), note: optional(text), original: optional(text),
  type: text, size: count, key: b32, hash: b32, added: time, thumbnail: optional(object({ block: id, index: count })),
  earlier: optional(list(object(earlier))),
  from: optional(object({ agency: named, name: text, by: text, at: time })),
  by: optional(object({ mandate: id, name: text })),
};
const block = { id, version: count, key: b32, hash: b32 };
const loan = {
  id, agency: named, agencyName: text, function: named, functionName: text, purpose: text, action: one("look", "save"),
  from: time, until: time, papers: list(id),
};
const mask = { view: id, until: time, papers: list(id) };
const mandate = {
  id, account: named, name: text, signing: publicJwk, encryption: publicJwk, rights: list(one("add", "file", "print", "ask", "read")), from: time, until: time,
  /** What is laid out for this helper; absent for a blind one. */
  papers: optional(list(id)),
};
const kit = { kit: id, slot: id, wait: count, made: time, organisations: list(object({ agency: named, name: text })) };
/** A file whose sending was begun: named until its paper is listed, so that it can be asked for again. */
const unfinished = { id, title: text, at: time };
const manifest = {
  suite: one(1), account: named, view: id, version: count, previous: nullable(b32), checkpoint: nullable(text),
  papers: list(object(paper)), blocks: list(object(block)), loans: list(object(loan)), agencies: list(object({ agency: named, root: b32 })),
  // Older files lack these; the app always writes the lists, so that no member tells what somebody has ever used.
  favourites: absent([], list(id)), masks: absent([], list(object(mask))), mandates: absent([], list(object(mandate))), kit: optional(object(kit)),
  unfinished: absent([], list(object(unfinished))),
};
const readManifest = object(manifest);

export type PaperEntry = ShapeOf<typeof paper>;
export type BlockEntry = ShapeOf<typeof block>;
export type LoanNote = ShapeOf<typeof loan>;
/** A mask set from here: what it showed, so that what was deleted under it is known when it ends. */
export type MaskNote = ShapeOf<typeof mask>;
export type MandateNote = ShapeOf<typeof mandate>;
export type KitNote = ShapeOf<typeof kit>;
/** The list of everything in a wallet, with the keys that open it. */
export type Manifest = ShapeOf<typeof manifest>;
/** What a change decides; the chain (version, previous) is the store's. */
export type ManifestContent = Pick<Manifest, "checkpoint" | "papers" | "blocks" | "loans" | "agencies" | "favourites" | "masks" | "mandates" | "kit" | "unfinished">;

export interface ManifestFile {
  readonly manifest: Manifest;
  readonly jwe: string;
  /** base64url SHA-256 of `jwe`: what the next version names as its `previous`. */
  readonly hash: string;
}

export const EMPTY: ManifestContent = { checkpoint: null, papers: [], blocks: [], loans: [], agencies: [], favourites: [], masks: [], mandates: [], unfinished: [] };

/** What a file follows in its chain. */
export interface Link {
  readonly manifest: { readonly version: number };
  readonly hash: string;
}

export async function sealManifest(account: Account, previous: Link | undefined, content: ManifestContent): Promise<ManifestFile> {
  const { checkpoint, papers, blocks, loans, agencies, favourites, masks, mandates, kit: card, unfinished: sending } = content;
  const next: Manifest = {
    suite: 1, account: account.account, view: account.view, version: (previous?.manifest.version ?? 0) + 1,
    previous: previous?.hash ?? null, checkpoint, papers, blocks, loans, agencies,
    favourites, masks, mandates, ...(card === undefined ? {} : { kit: card }), unfinished: sending,
  };
  const jws = await sign(account.signing, "passerelle-manifest+jws", padded(JSON.stringify(next)));
  const jwe = await lock(account.manifestKey, "passerelle-manifest+jwe", jws);
  return { manifest: readManifest(JSON.parse(JSON.stringify(next))), jwe, hash: await hashOfText(jwe) };
}

/** `seen` is the newest file this session knows: nothing older, and no other file of the same version, is accepted (T8). */
export function openManifest(account: Account, jwe: string, seen?: Link): Promise<ManifestFile> {
  return orDamaged(async () => {
    const jws = await unlock(account.manifestKey, "passerelle-manifest+jwe", jwe);
    const read = readManifest(JSON.parse(await verify(account.anchor, "passerelle-manifest+jws", jws)));
    const hash = await hashOfText(jwe);
    if (read.account !== account.account || read.view !== account.view || read.version < 1) {
      throw damaged();
    }
    if (seen !== undefined && !follows(read, hash, seen)) {
      throw damaged();
    }
    return { manifest: read, jwe, hash };
  });
}

function follows(read: Manifest, hash: string, seen: Link): boolean {
  const known = seen.manifest.version;
  return read.version > known + 1
    || (read.version === known + 1 && read.previous === seen.hash)
    || (read.version === known && hash === seen.hash);
}

/** Trailing spaces: the server sees a step of Padmé, not how long the titles are. */
function padded(json: string): string {
  const length = utf8(json).length;
  return json + " ".repeat(padme(length) - length);
}
