/**
 * Doing an act once: idempotency keys, and the few tables in which the doors of a node remember for a moment.
 * It must never replay an answer that the policy would refuse today (see {@link brussels.passerelle.edge.once.EachTime}).
 */
@NullMarked
package brussels.passerelle.edge.once;

import org.jspecify.annotations.NullMarked;
