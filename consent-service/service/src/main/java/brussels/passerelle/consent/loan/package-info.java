/**
 * Loans: what the holder lends, to which function of which agency, until when, and taking back. It must never depend on a
 * timer to know that a loan is over, and never keep a sealed key of a loan that is.
 */
@NullMarked
package brussels.passerelle.consent.loan;

import org.jspecify.annotations.NullMarked;
