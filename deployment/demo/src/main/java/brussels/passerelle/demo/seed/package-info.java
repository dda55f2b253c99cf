/**
 * What the demo people have, made through the same doors that everybody uses. It must never write to a database or a
 * store directly, and must never hold anything about a real person.
 */
@NullMarked
package brussels.passerelle.demo.seed;

import org.jspecify.annotations.NullMarked;
