/**
 * Writing down that a holder took everything along. The archive is made in the browser; this package must never see a byte of
 * it, nor how much it was.
 */
@NullMarked
package brussels.passerelle.consent.export;

import org.jspecify.annotations.NullMarked;
