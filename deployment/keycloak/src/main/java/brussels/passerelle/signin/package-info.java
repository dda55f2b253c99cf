/**
 * The one step of sign-in inside the identity provider. It exists so that no page of the identity provider ever asks for
 * a passphrase: our own page derives a secret and sends that. It must never render a form, an input or a script, and
 * must never be made optional: without it, sign-in stays closed.
 */
@NullMarked
package brussels.passerelle.signin;

import org.jspecify.annotations.NullMarked;
