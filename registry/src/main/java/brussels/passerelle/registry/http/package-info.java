/**
 * The door itself: addresses, headers, shared files, refusals as pages. It exists so that every answer carries the same
 * protection, whoever wrote it. It must never log a query, and never let another origin write.
 */
@NullMarked
package brussels.passerelle.registry.http;

import org.jspecify.annotations.NullMarked;
