export { PasserelleError } from "../crypto/failure.ts";
export { suggestPassphrase } from "../crypto/words.ts";
export { createWallet, validPseudonym } from "./create.ts";
export { forgetDevice, keptDevices, type KeptDevice } from "./devices.ts";
export { recoverByCode, signInByDevice, signInByPasskey, signInBySecret } from "./enter.ts";
export { passkeySecret, passkeysExist } from "./passkeys.ts";
export { recoverWith } from "./passphrase.ts";
export { signIn } from "./session.ts";
export type * from "./types.ts";
