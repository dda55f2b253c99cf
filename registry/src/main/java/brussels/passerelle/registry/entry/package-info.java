/**
 * The write model: what institutions say about themselves, kept in PostgreSQL with its constraints. It exists so that pages,
 * linked data and search can be derived from one place and rebuilt. It must never hand an entity to a page, a graph or a
 * search index: those see only {@link brussels.passerelle.registry.published}.
 */
@NullMarked
package brussels.passerelle.registry.entry;

import org.jspecify.annotations.NullMarked;
