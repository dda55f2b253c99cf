import { late } from "./late.ts";

/** The maker and reader of archives, loaded when somebody takes their papers along or brings them. */
export const archive = late<typeof import("./archive.ts")>(() => ({ address: ARCHIVE_ADDRESS, integrity: ARCHIVE_INTEGRITY }));
