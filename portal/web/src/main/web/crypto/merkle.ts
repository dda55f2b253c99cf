import { concat, equal, utf8, type Bytes } from "./bytes.ts";
import { sha256 } from "./sha256.ts";

/** RFC 9162, 2.1: hashes and proofs of an append-only tree. Sizes up to 2^53. */
export function leafHash(data: Uint8Array): Promise<Bytes> {
  return sha256(concat(Uint8Array.of(0), data));
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Promise<Bytes> {
  return sha256(concat(Uint8Array.of(1), left, right));
}

/** Leaf of a personal event: a commitment that says nothing without its salt. */
export async function personalLeaf(salt: Bytes, event: string): Promise<Bytes> {
  return leafHash(concat(Uint8Array.of(1), await sha256(concat(salt, utf8(event)))));
}

export function publicLeaf(event: string): Promise<Bytes> {
  return leafHash(concat(Uint8Array.of(2), utf8(event)));
}

/** RFC 9162, 2.1.3.2. */
export async function included(leaf: Uint8Array, index: number, size: number, proof: readonly Uint8Array[], root: Uint8Array): Promise<boolean> {
  if (!whole(index) || !whole(size) || index >= size || proof.some(hash => hash.length !== 32)) {
    return false;
  }
  let [fn, sn] = [index, size - 1];
  let hash: Uint8Array = leaf;
  for (const sibling of proof) {
    if (sn === 0) {
      return false;
    }
    if (odd(fn) || fn === sn) {
      hash = await nodeHash(sibling, hash);
      while (!odd(fn) && fn !== 0) {
        [fn, sn] = [half(fn), half(sn)];
      }
    } else {
      hash = await nodeHash(hash, sibling);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && equal(hash, root);
}

/** RFC 9162, 2.1.4.2. An empty first tree proves nothing and is refused. */
export async function consistent(first: number, second: number, proof: readonly Uint8Array[], firstRoot: Uint8Array, secondRoot: Uint8Array): Promise<boolean> {
  if (!whole(first) || !whole(second) || first === 0 || first > second || proof.some(hash => hash.length !== 32)) {
    return false;
  }
  if (first === second) {
    return proof.length === 0 && equal(firstRoot, secondRoot);
  }
  const path = powerOfTwo(first) ? [firstRoot, ...proof] : [...proof];
  const start = path.shift();
  if (start === undefined || proof.length === 0) {
    return false;
  }
  let [fn, sn] = [first - 1, second - 1];
  while (odd(fn)) {
    [fn, sn] = [half(fn), half(sn)];
  }
  let [fr, sr] = [start, start];
  for (const hash of path) {
    if (sn === 0) {
      return false;
    }
    if (odd(fn) || fn === sn) {
      [fr, sr] = [await nodeHash(hash, fr), await nodeHash(hash, sr)];
      while (!odd(fn) && fn !== 0) {
        [fn, sn] = [half(fn), half(sn)];
      }
    } else {
      sr = await nodeHash(sr, hash);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && equal(fr, firstRoot) && equal(sr, secondRoot);
}

function whole(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** Not bit operators: they would cut sizes at 2^31. */
function odd(value: number): boolean {
  return value % 2 === 1;
}

function half(value: number): number {
  return Math.floor(value / 2);
}

function powerOfTwo(value: number): boolean {
  return value === 1 || (!odd(value) && powerOfTwo(half(value)));
}
