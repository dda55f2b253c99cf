/**
 * What happens before the first request: schema, demonstration data, projection, readiness. It exists so that the order is in
 * one place. It must never let the server call itself ready before the projection equals the write model.
 */
@NullMarked
package brussels.passerelle.registry.start;

import org.jspecify.annotations.NullMarked;
