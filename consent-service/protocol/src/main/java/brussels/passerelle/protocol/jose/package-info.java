/// JSON and JOSE, only as strict as suite 1 needs them and never more lenient: P-256, ES256, `ECDH-ES+A256KW`, `dir`,
/// `A256GCM`, compact serialisation, exact `typ`.
///
/// Exists because general JOSE libraries accept what we refuse (other algorithms, case-insensitive `typ`, sloppy base64,
/// unknown members). It must never choose an algorithm from what it reads.
@NullMarked
package brussels.passerelle.protocol.jose;

import org.jspecify.annotations.NullMarked;
