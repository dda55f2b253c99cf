/**
 * Where ciphertext lies, by its own hash. It must never hold a whole content in memory, never show a half-written one, and
 * never know whose it is.
 */
@NullMarked
package brussels.passerelle.consent.store;

import org.jspecify.annotations.NullMarked;
