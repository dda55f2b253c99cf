/**
 * A real PostgreSQL of one's own, with the project's roles and databases. It exists so that the demo and the tests run
 * on what production runs on. It must never trade durability for speed, and must never write values of statements to
 * its log.
 */
@NullMarked
package brussels.passerelle.database;

import org.jspecify.annotations.NullMarked;
