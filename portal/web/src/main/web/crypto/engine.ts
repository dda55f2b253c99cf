import type { Bytes } from "./bytes.ts";
import { hasherHere, stretchHere } from "./wasm.ts";

/** SHA-256 piece by piece. */
export interface Hasher {
  /** Takes the bytes over: the caller uses them no more. Resolves when the next piece may come, so that no pile grows. */
  update(data: Bytes): Promise<void>;
  finish(): Promise<Bytes>;
}

/** Where the work that would freeze a page is done: here, or in the browser on other threads. */
export interface Engine {
  stretch(password: Bytes, salt: Bytes): Promise<Bytes>;
  hasher(): Promise<Hasher>;
}

let engine: Engine = { stretch: stretchHere, hasher: hasherHere };

export function useEngine(other: Engine): void {
  engine = other;
}

export function currentEngine(): Engine {
  return engine;
}
