/**
 * The headers every answer carries, and the clock every decision reads. It must never loosen what a door set itself.
 */
@NullMarked
package brussels.passerelle.edge.header;

import org.jspecify.annotations.NullMarked;
