/// What a holder lets a helper do, in writing: signed by the holder, readable by both and by the server that enforces it. It
/// must never carry a title, a kind or a key that opens anything.
@NullMarked
package brussels.passerelle.protocol.mandate;

import org.jspecify.annotations.NullMarked;
