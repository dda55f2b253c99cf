/**
 * Organisations as wallets meet them: found by name, and known by their public keys. It exists so that a paper is lent to the
 * keys an organisation published itself. It must never accept a key that its root has not signed, nor hold a private one.
 */
@NullMarked
package brussels.passerelle.registry.organisation;

import org.jspecify.annotations.NullMarked;
