import type { Account } from "./account.ts";
import { utf8 } from "./bytes.ts";
import { publicJwk, thumbprint, type PublicJwk } from "./curve.ts";
import { damaged, orDamaged } from "./failure.ts";
import { seal, sign, unseal, verify } from "./jose.ts";
import { padme } from "./padme.ts";
import { b32, count, id, list, object, one, optional, text, time, type ShapeOf } from "./shape.ts";

const entry = {
  id, version: count, title: text, kind: text, date: optional(text), type: text, size: count,
  hash: optional(b32), key: optional(b32),
};
const content = {
  suite: one(1), mandate: id, at: time, card: object({ name: text, key: publicJwk }), papers: list(object(entry)),
};
const readContent = object(content);

export type ShelfEntry = ShapeOf<typeof entry>;
/** What a holder lays out for one helper: the card always; titles for who may file or ask; keys of chosen papers for who may read. */
export type Shelf = ShapeOf<typeof content>;

export async function sealShelf(account: Account, helper: PublicJwk, shelf: Omit<Shelf, "suite">): Promise<string> {
  const json = JSON.stringify(readContent({ suite: 1, ...shelf }));
  const length = utf8(json).length;
  const jws = await sign(account.signing, "passerelle-shelf+jws", json + " ".repeat(padme(length) - length));
  return seal(helper, "passerelle-shelf+jwe", jws, await thumbprint(helper));
}

/** `anchor` is the holder's key the helper pinned. */
export function openShelf(account: Account, anchor: PublicJwk, mandate: string, jwe: string): Promise<Shelf> {
  return orDamaged(async () => {
    const { payload } = await unseal(account.encryption, "passerelle-shelf+jwe", jwe);
    const read = readContent(JSON.parse(await verify(anchor, "passerelle-shelf+jws", payload)));
    return read.mandate === mandate ? read : Promise.reject(damaged());
  });
}
