/// Vectors that the browser's implementation shares, and proofs that whole compositions hold.
@NullMarked
package brussels.passerelle.protocol;

import org.jspecify.annotations.NullMarked;
