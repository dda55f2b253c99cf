/**
 * Entries as linked data: a projection of the public records into RDF, rebuilt from PostgreSQL at start and kept up by the
 * outbox. It exists so that machines get the same facts from the same address as people. It must never be written to by
 * anything but the outbox, and never hold what is not public: there is one dataset, and it is the public one.
 */
@NullMarked
package brussels.passerelle.registry.describe;

import org.jspecify.annotations.NullMarked;
