/**
 * Letting two devices find each other by an id or a short code and exchange a few small texts, once each. It must never
 * know whose devices they are, never understand a text, and never keep one longer than ten minutes.
 */
@NullMarked
package brussels.passerelle.consent.meeting;

import org.jspecify.annotations.NullMarked;
