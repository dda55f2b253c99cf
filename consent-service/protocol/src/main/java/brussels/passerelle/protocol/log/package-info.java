/// The log nobody can quietly rewrite: RFC 9162 tree, C2SP checkpoints and tiles.
///
/// Exists so that holders can prove what is in it and that it only grew. It must never see an event in clear: a personal leaf
/// is a salted commitment.
@NullMarked
package brussels.passerelle.protocol.log;

import org.jspecify.annotations.NullMarked;
