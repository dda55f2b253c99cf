/// From one passphrase to the secret that signs in and the key that unlocks.
///
/// Exists so that Keycloak never needs the passphrase. It must never take its parameters from outside: they are constants
/// of the suite, and nothing a server says can lower them (T11).
@NullMarked
package brussels.passerelle.protocol.derive;

import org.jspecify.annotations.NullMarked;
