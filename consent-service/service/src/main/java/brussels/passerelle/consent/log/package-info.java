/**
 * The log: entries are written with the act they tell of, then take their place in a Merkle tree that only grows. It must
 * never hold content, titles or kinds, and no personal event may stand in it in clear.
 */
@NullMarked
package brussels.passerelle.consent.log;

import org.jspecify.annotations.NullMarked;
