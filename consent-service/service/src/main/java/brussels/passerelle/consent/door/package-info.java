/**
 * The ways into an account that are no passphrase, and the passphrase's own replacement. It tells the identity provider
 * which keys sign an account in, and replaces the sign-in secret on a signature by the account. It must never see what
 * opens a wallet, and never let one of the two services believe in a door the other does not know.
 */
@NullMarked
package brussels.passerelle.consent.door;

import org.jspecify.annotations.NullMarked;
