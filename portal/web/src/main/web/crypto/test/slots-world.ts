import type { PublicJwk } from "../curve.ts";
import type { Keyset } from "../keyset.ts";
import type { View } from "../view.ts";

/** A wallet with a passphrase and a printed code, under a mask: written by either implementation, opened by both. */
export interface SlotsWorld {
  readonly realm: string;
  readonly username: string;
  readonly passphrase: string;
  readonly account: string;
  /** The 16 bytes, and as they are printed. */
  readonly code: string;
  readonly text: string;
  readonly door: PublicJwk;
  readonly keyset: Keyset;
  readonly mask: { readonly view: View; readonly manifest: string; readonly version: number; readonly title: string };
  /** By the code, to end the mask. */
  readonly lift: string;
}
