import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PublishedKeys } from "../agency.ts";
import type { PrivateJwk, PublicJwk } from "../curve.ts";
import type { Keyset } from "../keyset.ts";

const FOLDER = "../../../../../consent-service/protocol/src/test/resources/vectors";

/** One small world, written by either implementation: a holder who is also administrator and worker, with one paper lent. */
export interface World {
  readonly realm: string;
  readonly username: string;
  readonly passphrase: string;
  readonly account: string;
  readonly keyset: Keyset;
  readonly manifests: readonly [string, string];
  readonly paper: { id: string; version: number; key: string; hash: string; size: number; content: string; sealed: string };
  readonly title: string;
  readonly purpose: string;
  readonly published: PublishedKeys;
  readonly rootThumbprint: string;
  readonly fingerprint: string;
  readonly function: string;
  readonly functionKey: PrivateJwk;
  readonly handed: string;
  readonly rootKey: string;
  readonly loan: {
    loan: string; agency: string; function: string; holder: string; holderKey: PublicJwk; actions: ("look" | "save")[]; from: string; until: string;
    items: [{ paper: string; version: number; jwe: string }];
  };
}

export function vectorFile(name: string): string {
  return join(process.cwd(), FOLDER, `${name}.json`);
}

/** Fails when the file is missing: vectors that are not there prove nothing. */
export function vectors<T>(name: string): T {
  return JSON.parse(readFileSync(vectorFile(name), "utf8")) as T;
}
