/**
 * How a refusal reads: one closed list of failures, one mapper, one shape (RFC 9457), in the language of the person.
 * It must never repeat what was sent, and never tell a stranger whether something exists.
 */
@NullMarked
package brussels.passerelle.edge.problem;

import org.jspecify.annotations.NullMarked;
