export { PasserelleError } from "../crypto/failure.ts";
export type * from "./types.ts";
