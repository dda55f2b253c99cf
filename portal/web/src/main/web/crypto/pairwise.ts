import { b64u } from "./bytes.ts";
import type { PublicJwk } from "./curve.ts";
import { hkdfBytes } from "./hkdf.ts";
import { pairOf } from "./scalar.ts";

/** How one agency knows the holder: another agency meets somebody else. */
export interface Pairwise {
  readonly id: string;
  readonly publicKey: PublicJwk;
  readonly signing: CryptoKey;
}

export async function pairwiseFor(seed: CryptoKey, agency: string): Promise<Pairwise> {
  const id = b64u(await hkdfBytes(seed, `passerelle/1/pairwise-id|${agency}`, 16));
  return { id, ...await pairOf(await hkdfBytes(seed, `passerelle/1/pairwise-key|${agency}`, 48)) };
}
