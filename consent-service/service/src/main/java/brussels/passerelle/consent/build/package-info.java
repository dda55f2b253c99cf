/**
 * Says in public which scripts the portal serves, so that a changed one cannot stay a secret between the node and the person it
 * was made for. It must never speak for the portal: it tells what it was served itself.
 */
@NullMarked
package brussels.passerelle.consent.build;

import org.jspecify.annotations.NullMarked;
