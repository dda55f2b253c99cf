/** Constants of suite 1, in the client: nothing the server says can lower them (T11). */
export const ARGON2 = { memorySize: 65536, iterations: 3, parallelism: 1, hashLength: 32 } as const;

/** How a page of this suite announces itself; derived from the constants, so that the two cannot part. */
export const SUITE = `1; argon2id; m=${ARGON2.memorySize}; t=${ARGON2.iterations}; p=${ARGON2.parallelism}`;

/**
 * Whether a page announces exactly this suite. What is announced is never used: a server that has come to want something else, weaker or
 * stronger, is refused before anybody types, instead of being obeyed or quietly ignored.
 */
export function isOurSuite(announced: string | undefined): boolean {
  return announced === SUITE;
}
