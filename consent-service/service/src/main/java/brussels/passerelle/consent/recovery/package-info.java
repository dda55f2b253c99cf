/**
 * The kit of three cards and what is done with it: two cards and a wait give back a wallet whose passphrase is lost. It must
 * never hold a share in the clear, never give out the server's own share before the wait is over or after a veto, and never
 * tell whether a name or a kit exists.
 */
@NullMarked
package brussels.passerelle.consent.recovery;

import org.jspecify.annotations.NullMarked;
