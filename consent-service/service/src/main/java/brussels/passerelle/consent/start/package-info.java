/**
 * What makes the features one application: its root, its background rounds, its health. It must hold no rule of its own.
 */
@NullMarked
package brussels.passerelle.consent.start;

import org.jspecify.annotations.NullMarked;
