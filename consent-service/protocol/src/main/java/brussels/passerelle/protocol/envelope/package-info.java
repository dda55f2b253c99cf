/// How the bytes of a paper are sealed: the public Tink streaming format `AES256_GCM_HKDF_1MB`, around a padded plaintext.
///
/// Exists so that papers of 100 MiB pass through without being held whole. It must never hand out a byte that was not
/// authenticated, nor end without error before the sealed end.
@NullMarked
package brussels.passerelle.protocol.envelope;

import org.jspecify.annotations.NullMarked;
