// The other thread: Argon2id and SHA-256, and nothing else. It sees a passphrase only as long as that one derivation takes (it ends with it).
import type { Bytes } from "./bytes.ts";
import { hasherHere, stretchHere } from "./wasm.ts";

export type Order = { readonly stretch: { readonly password: Bytes; readonly salt: Bytes } } | { readonly update: Bytes } | { readonly finish: true };
export type Answer = { readonly done: Bytes | true } | { readonly failed: string };

let hasher: ReturnType<typeof hasherHere> | undefined;

async function obey(order: Order): Promise<Bytes | true> {
  if ("stretch" in order) {
    try {
      return await stretchHere(order.stretch.password, order.stretch.salt);
    } finally {
      order.stretch.password.fill(0);
    }
  }
  hasher ??= hasherHere();
  const running = await hasher;
  if ("update" in order) {
    await running.update(order.update);
    return true;
  }
  hasher = undefined;
  return running.finish();
}

let last: Promise<unknown> = Promise.resolve();
addEventListener("message", ({ data }: MessageEvent<Order>) => {
  last = last.then(() => obey(data)).then(
    done => postMessage({ done } satisfies Answer),
    (error: unknown) => postMessage({ failed: String(error) } satisfies Answer),
  );
});
