/**
 * Erasing a wallet for ever: keys, salts, events, papers and the sign-in, and a receipt that anybody can check. It must never
 * keep a way back, except for what a mask hides; and nobody may tell the one from the other before the hour.
 */
@NullMarked
package brussels.passerelle.consent.erase;

import org.jspecify.annotations.NullMarked;
