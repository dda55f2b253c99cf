/// The recovery kit's cards and the names of recoveries.
///
/// Exists so that what was copied by hand is read in one way, and so that the name of a recovery cannot be given to other
/// keys. It must never put a share or the kit's key into a text form.
@NullMarked
package brussels.passerelle.protocol.kit;

import org.jspecify.annotations.NullMarked;
