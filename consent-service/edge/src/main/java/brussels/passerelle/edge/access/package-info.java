/**
 * Who is calling: an access token bound to a key (RFC 9449), checked once per request, and what a door demands of its
 * callers. It must never trust the request's own Host, and never let a door be open that does not say so.
 */
@NullMarked
package brussels.passerelle.edge.access;

import org.jspecify.annotations.NullMarked;
