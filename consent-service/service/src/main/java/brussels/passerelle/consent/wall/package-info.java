/**
 * Transactions, and the one place that tells the database on whose behalf one runs. Nothing else in this service may
 * begin a transaction on personal rows or name an account to the database.
 */
@NullMarked
package brussels.passerelle.consent.wall;

import org.jspecify.annotations.NullMarked;
