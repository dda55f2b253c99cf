/// A client of a node: sign-in, wallet, loans, desk, agency, log.
///
/// Exists so that programs can act for people with the same care as the browser: everything that comes from the server is
/// held against keys the server does not have. It must never send a passphrase, a wrapping key or anything unsealed, and keep
/// nothing on disk but ciphertext.
@NullMarked
package brussels.passerelle.client;

import org.jspecify.annotations.NullMarked;
