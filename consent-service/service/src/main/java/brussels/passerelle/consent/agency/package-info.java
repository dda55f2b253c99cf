/**
 * Agencies: which keys they publish, who works there, and the sealed keys handed to members. It must never hold a key of an
 * agency it could use, and never believe a key the agency's root did not sign.
 */
@NullMarked
package brussels.passerelle.consent.agency;

import org.jspecify.annotations.NullMarked;
