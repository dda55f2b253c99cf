/// The formats of suite 1, byte for byte (see `SUITE-1.md` beside this module).
///
/// This module exists so that server and clients cannot disagree about what was signed or sealed. It must never do I/O of
/// its own, register a security provider, or turn a failure into a partial result: whatever is not exactly right is
/// [Damaged][brussels.passerelle.protocol.Damaged].
@NullMarked
package brussels.passerelle.protocol;

import org.jspecify.annotations.NullMarked;
