/**
 * The portal's pages: what this is, who sees what, the shell in which the wallet runs. It exists so that everything that needs no key also needs no
 * JavaScript. It must never receive a passphrase, a token or a paper: those belong to the browser and, sealed, to the consent service.
 */
@NullMarked
package brussels.passerelle.web;

import org.jspecify.annotations.NullMarked;
