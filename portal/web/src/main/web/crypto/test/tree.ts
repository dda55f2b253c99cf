import type { Bytes } from "../bytes.ts";
import { nodeHash } from "../merkle.ts";
import { sha256 } from "../sha256.ts";

/** RFC 9162, 2.1.1, written down as it stands there: the oracle for the verifiers. */
export async function root(leaves: readonly Bytes[]): Promise<Bytes> {
  if (leaves.length <= 1) {
    return leaves[0] ?? sha256(new Uint8Array(0));
  }
  const k = split(leaves.length);
  return nodeHash(await root(leaves.slice(0, k)), await root(leaves.slice(k)));
}

function split(n: number): number {
  let k = 1;
  while (k * 2 < n) {
    k *= 2;
  }
  return k;
}

/** RFC 9162, 2.1.3.1. */
export async function path(m: number, leaves: readonly Bytes[]): Promise<Bytes[]> {
  if (leaves.length === 1) {
    return [];
  }
  const k = split(leaves.length);
  return m < k
    ? [...await path(m, leaves.slice(0, k)), await root(leaves.slice(k))]
    : [...await path(m - k, leaves.slice(k)), await root(leaves.slice(0, k))];
}

/** RFC 9162, 2.1.4.1. */
export async function proof(m: number, leaves: readonly Bytes[], whole = true): Promise<Bytes[]> {
  if (m === leaves.length) {
    return whole ? [] : [await root(leaves)];
  }
  const k = split(leaves.length);
  return m <= k
    ? [...await proof(m, leaves.slice(0, k), whole), await root(leaves.slice(k))]
    : [...await proof(m - k, leaves.slice(k), false), await root(leaves.slice(0, k))];
}
