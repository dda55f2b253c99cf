/// The list of what a wallet holds, with the key of each paper: the one thing that makes the stored bytes mean something.
///
/// Exists as one sealed text so that a thousand papers are one request. It must never be split into parts that a server
/// could mix from two versions.
@NullMarked
package brussels.passerelle.protocol.manifest;

import org.jspecify.annotations.NullMarked;
