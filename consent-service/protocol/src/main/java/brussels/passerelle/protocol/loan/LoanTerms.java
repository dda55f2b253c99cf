package brussels.passerelle.protocol.loan;

import java.time.Instant;

/// What a loan is, for all its items: the part the server sees too, because it must enforce it.
///
/// @param loan   22 characters of base64url
/// @param holder pairwise id
/// @param from   inclusive
/// @param until  exclusive
public record LoanTerms(String loan, String agency, String function, String holder, Rights rights, Instant from,
        Instant until) {}
