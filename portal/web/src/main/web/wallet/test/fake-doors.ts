import { decodeProtectedHeader } from "jose";
import { b64u, fromB64u, fromUtf8, random, utf8 } from "../../crypto/bytes.ts";
import { publicJwk, thumbprint } from "../../crypto/curve.ts";
import { verify } from "../../crypto/jose.ts";
import type { Keyset } from "../../crypto/keyset.ts";
import { sha256 } from "../../crypto/sha256.ts";

/** What the identity provider checks of a door, and the service of a new sign-in secret. */
export class FakeDoors {
  /** What was asked for in each attempt; an answer uses it up. */
  readonly #challenges = new Map<string, string>();
  /** Challenges that were signed and accepted, oldest first. */
  readonly accepted: string[] = [];

  challenge(attempt: string): string {
    const challenge = b64u(random(16));
    this.#challenges.set(attempt, challenge);
    return challenge;
  }

  async open(attempt: string, realm: string, username: string, jws: string, keyset: Keyset | undefined): Promise<boolean> {
    const challenge = this.#challenges.get(attempt);
    this.#challenges.delete(attempt);
    const kid = decodeProtectedHeader(jws).kid;
    for (const { door } of keyset?.wrapped ?? []) {
      if (door === undefined || await thumbprint(door) !== kid || challenge === undefined) {
        continue;
      }
      const said = JSON.parse(await verify(door, "passerelle-door+jws", jws, ["kid"]).catch(() => "{}")) as Record<string, unknown>;
      const { at, ...rest } = said;
      if (JSON.stringify(rest) === JSON.stringify({ suite: 1, realm, username, challenge }) && typeof at === "string") {
        this.accepted.push(challenge);
        return true;
      }
    }
    return false;
  }

  /** Whether the account itself wants this secret. */
  async wants(account: string, { card }: Keyset, { authSecret, jws }: { authSecret: string; jws: string }): Promise<boolean> {
    const said = JSON.parse(await verify(publicJwk(payload(card)["signing"]), "passerelle-sign-in+jws", jws)) as Record<string, unknown>;
    return said["account"] === account && said["hash"] === b64u(await sha256(utf8(authSecret)));
  }

  /** As the service lists them. */
  slots({ slots }: Keyset, uses: readonly string[]): readonly object[] {
    return (payload(slots)["slots"] as { slot: string; kind: string; created: string }[])
      .map(({ slot, kind, created }) => ({ slot, kind, created, ...(uses.includes(slot) ? { usedAt: "2026-11-22T15:00:00Z" } : {}) }));
  }
}

function payload(jws: string): Record<string, unknown> {
  return JSON.parse(fromUtf8(fromB64u(jws.split(".")[1] ?? ""))) as Record<string, unknown>;
}
