/**
 * The keys of an account as the server may have them: signed, sealed, or half. It must never accept a key set the account's
 * own key did not sign, and never let another key take its place.
 */
@NullMarked
package brussels.passerelle.consent.keyset;

import org.jspecify.annotations.NullMarked;
