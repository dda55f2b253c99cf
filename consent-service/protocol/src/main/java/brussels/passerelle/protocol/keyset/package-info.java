/// The keys of a person: card, slots, the one view, and how a slot opens all of it.
///
/// Exists so that a server can keep a keyset and check it without being able to use it. It must never believe a key that the
/// slot's own anchor does not vouch for (T2).
@NullMarked
package brussels.passerelle.protocol.keyset;

import org.jspecify.annotations.NullMarked;
