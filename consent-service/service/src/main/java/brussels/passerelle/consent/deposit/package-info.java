/**
 * Deposits: what agencies put down at the address of a holder's card. An agency gets one answer whatever becomes of it, and
 * learns nothing of the wallet behind the address, not even that it keeps out this agency.
 */
@NullMarked
package brussels.passerelle.consent.deposit;

import org.jspecify.annotations.NullMarked;
