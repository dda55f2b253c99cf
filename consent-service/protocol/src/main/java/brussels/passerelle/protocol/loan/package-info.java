/// Lending one version of one paper to one function of one agency.
///
/// Exists so that what the holder allowed travels with the key and cannot be re-addressed. It must never use an identifier or
/// key of the holder that a second agency could recognise.
@NullMarked
package brussels.passerelle.protocol.loan;

import org.jspecify.annotations.NullMarked;
