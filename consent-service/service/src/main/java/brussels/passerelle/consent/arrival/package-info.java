/**
 * The inbox: what others sent and the holder has not decided on yet. Nothing in it is a paper of the wallet before the
 * holder's client accepted it, and nothing here may tell a sender more than the holder wants told.
 */
@NullMarked
package brussels.passerelle.consent.arrival;

import org.jspecify.annotations.NullMarked;
