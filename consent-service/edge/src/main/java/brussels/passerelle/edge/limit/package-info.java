/**
 * Every limit against abuse, as one table that people can read. It must never be looked up anywhere else, and never
 * keep whom it counted longer than it counts.
 */
@NullMarked
package brussels.passerelle.edge.limit;

import org.jspecify.annotations.NullMarked;
