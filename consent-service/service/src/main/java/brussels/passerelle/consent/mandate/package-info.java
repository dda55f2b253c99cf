/**
 * Mandates: what a holder lets a helper do, and everything a helper does. Every act is decided anew by one pure policy that
 * denies by default, happens in one transaction with its line in the holder's log, and can reach nothing that the holder's
 * own view does not show.
 */
@NullMarked
package brussels.passerelle.consent.mandate;

import org.jspecify.annotations.NullMarked;
