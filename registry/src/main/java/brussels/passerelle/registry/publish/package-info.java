/**
 * The one way in: whatever is written goes through here, so that the write model, the read model of the search and the outbox
 * change in one transaction. It must never write to one of them alone.
 */
@NullMarked
package brussels.passerelle.registry.publish;

import org.jspecify.annotations.NullMarked;
