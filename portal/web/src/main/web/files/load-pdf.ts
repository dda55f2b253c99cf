type Reader = typeof import("./pdf.ts");

let loaded: Promise<Reader> | undefined;

/**
 * The reader of PDF files, loaded when the first one is shown. A script element checks the digest that the build wrote down; the import that
 * follows finds the module already there under the same address and runs no other bytes.
 */
export function pdf(): Promise<Reader> {
  loaded ??= load().catch((failure: unknown) => {
    loaded = undefined;
    throw failure;
  });
  return loaded;
}

async function load(): Promise<Reader> {
  await new Promise<void>((done, failed) => {
    const script = Object.assign(document.createElement("script"), { type: "module", src: PDF_ADDRESS, integrity: PDF_INTEGRITY });
    script.addEventListener("load", () => done());
    script.addEventListener("error", () => failed(new Error("the reader of PDF files did not load")));
    document.head.append(script);
  });
  return await import(PDF_ADDRESS) as Reader;
}
