/**
 * The mask: for a while, a small view takes the wallet's place. It must never serve anything of another view than the
 * current one, never tell whether there is another, and never let an act under a mask reach further than the mask.
 */
@NullMarked
package brussels.passerelle.consent.mask;

import org.jspecify.annotations.NullMarked;
