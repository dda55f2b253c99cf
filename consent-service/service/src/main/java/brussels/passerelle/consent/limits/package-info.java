/**
 * Shows the table of limits to everybody. It must never show a limit that is not enforced, nor hide one that is.
 */
@NullMarked
package brussels.passerelle.consent.limits;

import org.jspecify.annotations.NullMarked;
