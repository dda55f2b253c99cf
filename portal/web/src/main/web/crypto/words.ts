const WORDS = 6;

/** Evenly among `bound`: draws that would favour the first values are thrown away. */
export function evenly(bound: number, draw: () => number = uint32): number {
  const limit = 2 ** 32 - (2 ** 32 % bound);
  let value = draw();
  while (value >= limit) {
    value = draw();
  }
  return value % bound;
}

/** Six words: 54 bits with a list of 512, behind 64 MiB of Argon2id. Hyphens, because keyboards add spaces of their own. */
export function suggestPassphrase(words: readonly string[]): string {
  const distinct = [...new Set(words)];
  if (distinct.length < 512) {
    throw new Error("a list of at least 512 words is needed");
  }
  return Array.from({ length: WORDS }, () => distinct[evenly(distinct.length)]).join("-");
}

/** `-ddd-ddd`: makes the name unguessable from the pseudonym alone. */
export function nameSuffix(): string {
  const group = (): string => evenly(1000).toString().padStart(3, "0");
  return `-${group()}-${group()}`;
}

function uint32(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
