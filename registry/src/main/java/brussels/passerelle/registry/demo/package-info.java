/**
 * Invented services for demonstration and tests: plausible enough to search in, marked everywhere as fictitious. It exists so
 * that the registry can be seen working without any real institution. It must never run on a database that holds anything,
 * nor use a name, street or number that exists.
 */
@NullMarked
package brussels.passerelle.registry.demo;

import org.jspecify.annotations.NullMarked;
