/// Who an agency is: a root key, and the keys it vouches for, one pair per function.
///
/// Exists so that a registry, which publishes these keys, can be believed no further than the root that holders have pinned
/// (T1, T14). It must never accept a key because of where it came from.
@NullMarked
package brussels.passerelle.protocol.agency;

import org.jspecify.annotations.NullMarked;
