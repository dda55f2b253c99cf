/**
 * The manifest: the holder's sealed list of papers, one version after the other. It must never be readable here, and never
 * go backwards.
 */
@NullMarked
package brussels.passerelle.consent.manifest;

import org.jspecify.annotations.NullMarked;
