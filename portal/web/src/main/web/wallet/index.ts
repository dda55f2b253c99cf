export { PasserelleError } from "../crypto/failure.ts";
export { suggestPassphrase } from "../crypto/words.ts";
export { createWallet, validPseudonym } from "./create.ts";
export { signIn } from "./session.ts";
export type * from "./types.ts";
