import { late } from "./late.ts";

/** The reader of PDF files, loaded when the first one is shown. */
export const pdf = late<typeof import("./pdf.ts")>(() => ({ address: PDF_ADDRESS, integrity: PDF_INTEGRITY }));
