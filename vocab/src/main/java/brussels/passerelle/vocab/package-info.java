/**
 * The words everybody shares: kinds of paper, purposes, needs and places, as linked data and as plain records. It exists
 * so that a word is decided once; it must never hold anything about a person, and never fetch anything over a network.
 */
@NullMarked
package brussels.passerelle.vocab;

import org.jspecify.annotations.NullMarked;
