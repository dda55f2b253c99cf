import type { Account } from "./account.ts";
import { fromB64u } from "./bytes.ts";
import { openingKey, privateJwk, publicJwk, publicPart, samePoint, signingKey, thumbprint, type PrivateJwk, type PublicJwk } from "./curve.ts";
import { damaged, orDamaged } from "./failure.ts";
import { kidInHeader, seal, sign, unseal, verify } from "./jose.ts";
import type { FunctionKey } from "./loan.ts";
import { b32, list, loose, named, nullable, object, one, optional, text, time } from "./shape.ts";

export type Use = "enc" | "sig";

const use = one("enc", "sig");
const statement = object({ suite: one(1), agency: named, function: named, use, key: publicJwk, created: time, replaces: nullable(b32) });
const handed = object({ suite: one(1), agency: named, function: named, use, member: named, key: privateJwk });
const rootSecret = object({ suite: one(1), agency: named, key: privateJwk });
const names = loose({ fr: optional(text), nl: optional(text), en: optional(text), de: optional(text), ar: optional(text) });

/** What the registry publishes of an agency. */
export const publishedKeys = loose({ agency: named, root: publicJwk, functions: list(loose({ function: named, names, statements: list(text) })) });
export type PublishedKeys = ReturnType<typeof publishedKeys>;

export interface AgencyFunctionKeys {
  readonly function: string;
  readonly names: ReturnType<typeof names>;
  readonly enc: PublicJwk;
  readonly sig: PublicJwk;
}

export interface VerifiedAgency {
  readonly agency: string;
  /** Thumbprint of the root: pinned at the first loan. */
  readonly root: string;
  readonly rootKey: PublicJwk;
  readonly fingerprint: string;
  readonly functions: readonly AgencyFunctionKeys[];
}

/** Every key must be stated by the agency's root, for this agency, this function and this use; one that is not spoils them all. */
export function verifyAgency(published: PublishedKeys, agency: string): Promise<VerifiedAgency> {
  return orDamaged(async () => {
    const root = await thumbprint(published.root);
    const functions: AgencyFunctionKeys[] = [];
    for (const { function: name, names: called, statements } of published.functions) {
      const keys = new Map<Use, PublicJwk>();
      for (const jws of statements) {
        const read = statement(JSON.parse(await verify(published.root, "passerelle-agency-key+jws", jws, ["kid"])));
        if (kidInHeader(jws) !== root || read.agency !== agency || read.function !== name || keys.has(read.use)) {
          throw damaged();
        }
        keys.set(read.use, read.key);
      }
      const [enc, sig] = [keys.get("enc"), keys.get("sig")];
      if (enc === undefined || sig === undefined) {
        throw damaged();
      }
      functions.push({ function: name, names: called, enc, sig });
    }
    if (published.agency !== agency || new Set(functions.map(f => f.function)).size !== functions.length) {
      throw damaged();
    }
    return { agency, root, rootKey: published.root, fingerprint: fingerprint(root), functions };
  });
}

/** Six groups of five digits (99 bits of the root's thumbprint): the same in every script, and easy to read aloud. */
export function fingerprint(root: string): string {
  const bytes = fromB64u(root);
  return Array.from({ length: 6 }, (_, group) => {
    const value = bytes.slice(group * 5, group * 5 + 5).reduce((sum, byte) => sum * 256 + byte, 0);
    return (value % 100_000).toString().padStart(5, "0");
  }).join(" ");
}

export async function stateKey(root: PrivateJwk, agency: string, name: string, keyUse: Use, key: PublicJwk, created: string, replaces: string | null): Promise<string> {
  const payload = { suite: 1, agency, function: name, use: keyUse, key: publicPart(key), created, replaces };
  return sign(await signingKey(root), "passerelle-agency-key+jws", JSON.stringify(payload), { kid: await thumbprint(root) });
}

/** Hands a function's private key to one member, for that member's account only. */
export async function handKey(root: PrivateJwk, agency: string, name: string, keyUse: Use, key: PrivateJwk, member: string, to: PublicJwk): Promise<string> {
  const payload = { suite: 1, agency, function: name, use: keyUse, member, key };
  return seal(to, "passerelle-function-key+jwe", await sign(root, "passerelle-function-key+jws", JSON.stringify(payload)));
}

/** A key handed to this member; `root` is the agency's published root, so the server cannot hand out keys of its own (T14). */
export async function openHandedKey(account: Account, root: PublicJwk, agency: string, jwe: string): Promise<FunctionKey & { readonly use: Use }> {
  const { function: name, use: keyUse, key } = await openHandedSecret(account, root, agency, jwe);
  return { agency, function: name, use: keyUse, thumbprint: await thumbprint(key), opening: await openingKey(key) };
}

/** As `openHandedKey`, in the clear: for an administrator who seals it to another member at once. */
export function openHandedSecret(account: Account, root: PublicJwk, agency: string, jwe: string): Promise<ReturnType<typeof handed>> {
  return orDamaged(async () => {
    const { payload } = await unseal(account.encryption, "passerelle-function-key+jwe", jwe);
    const read = handed(JSON.parse(await verify(root, "passerelle-function-key+jws", payload)));
    if (read.member !== account.account || read.agency !== agency) {
      throw damaged();
    }
    return read;
  });
}

export function keepRoot(root: PrivateJwk, agency: string, to: PublicJwk): Promise<string> {
  return seal(to, "passerelle-root-key+jwe", JSON.stringify({ suite: 1, agency, key: root }));
}

/** The root as an administrator keeps it; `published` pins it, so that a planted root signs nothing. */
export function openRoot(account: Account, published: PublicJwk, agency: string, jwe: string): Promise<PrivateJwk> {
  return orDamaged(async () => {
    const { payload } = await unseal(account.encryption, "passerelle-root-key+jwe", jwe);
    const read = rootSecret(JSON.parse(payload));
    if (read.agency !== agency || !samePoint(read.key, published)) {
      throw damaged();
    }
    return read.key;
  });
}
