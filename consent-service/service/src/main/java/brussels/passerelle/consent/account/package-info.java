/**
 * Accounts: a pseudonym and a derived secret, nothing else. It must never see a passphrase, never keep or log a secret, and
 * never ask who somebody is.
 */
@NullMarked
package brussels.passerelle.consent.account;

import org.jspecify.annotations.NullMarked;
