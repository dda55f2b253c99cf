import { handKey } from "../../crypto/agency.ts";
import { readForeignCard } from "../../crypto/account.ts";
import type { Keyset } from "../../crypto/keyset.ts";
import { start } from "../session.ts";
import type { Config, LoanRequest, Session } from "../types.ts";
import { AGENCY, ORIGIN, REGISTRY, type FakeNode } from "./fake-node.ts";

export const CONFIG: Config = { origin: ORIGIN, registryOrigin: REGISTRY, realm: "passerelle", language: "fr" };
export const REQUEST: Omit<LoanRequest, "papers"> = {
  agency: AGENCY, agencyName: "CPAS de Molenbeek", function: "accueil", functionName: "Accueil", purpose: "openRights", duration: "day", action: "look",
};

const keys = new Map<string, CryptoKey>();

/** Signs in with a key made by chance instead of half a second of Argon2id; the same name opens the same wallet. */
export async function enter(node: FakeNode, username: string): Promise<Session> {
  let wrapKey = keys.get(username);
  if (wrapKey === undefined) {
    wrapKey = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    keys.set(username, wrapKey);
  }
  const authSecret = "a".repeat(64);
  node.secrets.set(username, authSecret);
  return start(CONFIG, username, { authSecret }, { wrapKey });
}

export async function worker(node: FakeNode, username = "worker"): Promise<Session> {
  const account = `account-of-${username}`;
  node.roles.set(account, { organisation: AGENCY, team: "accueil" });
  const session = await enter(node, username);
  const { encryption } = await readForeignCard((node.keysets.get(account) as Keyset).card, account);
  const jwe = await handKey(node.root, AGENCY, "accueil", "enc", node.enc, account, encryption);
  node.handed.push({ member: account, agency: AGENCY, function: "accueil", use: "enc", jwe });
  return session;
}

export function pdf(text: string): Blob {
  return new Blob([`%PDF-1.7 ${text}`], { type: "application/pdf" });
}
