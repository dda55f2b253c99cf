/**
 * The worker's desk: what was lent to their team, and opening it. Every opening is decided anew by one pure policy that
 * denies by default, and is in the holder's log before a byte is served.
 */
@NullMarked
package brussels.passerelle.consent.desk;

import org.jspecify.annotations.NullMarked;
