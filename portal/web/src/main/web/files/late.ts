/**
 * A module that is loaded when it is first needed. A script element checks the digest that the build wrote down; the import that follows
 * finds the module already there under the same address and runs no other bytes.
 */
export function late<T>(where: () => { address: string; integrity: string }): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load<T>(where()).catch((failure: unknown) => {
      loaded = undefined;
      throw failure;
    });
    return loaded;
  };
}

async function load<T>({ address, integrity }: { address: string; integrity: string }): Promise<T> {
  await new Promise<void>((done, failed) => {
    const script = Object.assign(document.createElement("script"), { type: "module", src: address, integrity });
    script.addEventListener("load", () => done());
    script.addEventListener("error", () => failed(new Error(`${address} did not load`)));
    document.head.append(script);
  });
  return await import(address) as T;
}
