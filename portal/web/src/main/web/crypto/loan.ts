import { publicJwk, samePoint, thumbprint, type PublicJwk } from "./curve.ts";
import { damaged, orDamaged } from "./failure.ts";
import { keyInHeader, seal, sign, unseal, verify } from "./jose.ts";
import type { Pairwise } from "./pairwise.ts";
import { b32, count, id, list, named, object, one, optional, text, time, type ShapeOf } from "./shape.ts";

const content = {
  suite: one(1), loan: id, holder: id, agency: named, function: named, recipient: b32, paper: id, version: count, hash: b32, size: count,
  type: text, shown: object({ title: text, kind: text, date: optional(text) }), purpose: text, actions: list(one("look", "save")),
  from: time, until: time, receipt: (value: unknown): null => (value === null ? null : refuse()), key: b32,
};
const readContent = object(content);

/** What a loan says of one version of one paper; only the holder and the function lent to can read it. */
export type LoanContent = ShapeOf<typeof content>;
export type LoanTerms = Omit<LoanContent, "suite" | "holder" | "recipient" | "receipt">;

/** What the server says of the item it serves; the sealed content must say the same. */
export type Served = Pick<LoanContent, "loan" | "holder" | "agency" | "function" | "paper" | "version" | "actions" | "from" | "until">
  & { readonly holderKey: PublicJwk };

export interface FunctionKey {
  readonly agency: string;
  readonly function: string;
  readonly thumbprint: string;
  readonly opening: CryptoKey;
}

export async function sealLoan(holder: Pairwise, to: PublicJwk, terms: LoanTerms): Promise<string> {
  const recipient = await thumbprint(to);
  const payload: LoanContent = readContent({ suite: 1, ...terms, holder: holder.id, recipient, receipt: null });
  const jws = await sign(holder.signing, "passerelle-loan+jws", JSON.stringify(payload), { jwk: publicJwk(holder.publicKey) });
  return seal(to, "passerelle-loan+jwe", jws, recipient);
}

/**
 * Opens one item of a loan. It must be signed by the holder's pinned key, be addressed to this very key of this function, and agree
 * with what the server claims in every member both know: forged, re-addressed, re-framed or widened loans are `damaged` (T9, T13).
 */
export function openLoan(key: FunctionKey, jwe: string, served: Served): Promise<LoanContent> {
  return orDamaged(async () => {
    const { payload, kid } = await unseal(key.opening, "passerelle-loan+jwe", jwe);
    const signer = keyInHeader(payload);
    if (kid !== key.thumbprint || !samePoint(signer, served.holderKey)) {
      throw damaged();
    }
    const read = readContent(JSON.parse(await verify(served.holderKey, "passerelle-loan+jws", payload, ["jwk"])));
    if (read.recipient !== key.thumbprint || read.agency !== key.agency || read.function !== key.function || !agrees(read, served)) {
      throw damaged();
    }
    return read;
  });
}

/** The recipient's own check of the window: the server's refusal alone would be its word only. */
export function within(loan: Pick<LoanContent, "from" | "until">, now: number): boolean {
  return Date.parse(loan.from) <= now && now < Date.parse(loan.until);
}

function agrees(read: LoanContent, served: Served): boolean {
  return read.loan === served.loan && read.holder === served.holder && read.agency === served.agency && read.function === served.function
    && read.paper === served.paper && read.version === served.version && read.from === served.from && read.until === served.until
    && Date.parse(read.from) < Date.parse(read.until)
    && read.actions.length === served.actions.length && read.actions.every(action => served.actions.includes(action))
    && read.actions[0] === "look" && read.actions.length <= 2 && (read.actions[1] ?? "save") === "save";
}

function refuse(): never {
  throw new Error("shape");
}
