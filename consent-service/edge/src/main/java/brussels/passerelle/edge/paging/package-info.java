/**
 * Pages of lists that can grow: a cursor says after which row to go on. It must never say how many rows there are.
 */
@NullMarked
package brussels.passerelle.edge.paging;

import org.jspecify.annotations.NullMarked;
