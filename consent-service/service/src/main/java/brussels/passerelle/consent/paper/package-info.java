/**
 * Papers as the server has them: opaque ids, versions, sizes and hashes of ciphertext. It must never learn a title, a kind
 * or a type, and never take a version's bytes twice with different content.
 */
@NullMarked
package brussels.passerelle.consent.paper;

import org.jspecify.annotations.NullMarked;
