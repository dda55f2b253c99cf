/**
 * The realm of the identity provider as code, so that every closed door is a line that a test reads. It must never offer
 * a page that asks for a passphrase, nor leave a flow, client or action open that was not asked for here.
 */
@NullMarked
package brussels.passerelle.demo.realm;

import org.jspecify.annotations.NullMarked;
