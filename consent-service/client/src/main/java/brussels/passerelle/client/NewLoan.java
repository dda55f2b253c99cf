package brussels.passerelle.client;

import brussels.passerelle.protocol.loan.Rights;
import java.time.Duration;
import java.util.List;

/// What a holder decides when lending.
///
/// @param papers       ids
/// @param agencyName   as the holder will want to read it later; the server does not see it
/// @param functionName as the holder will want to read it later; the server does not see it
/// @param purpose      notation in the vocabulary; the server does not see it
/// @param window       from now
public record NewLoan(List<String> papers, String agency, String agencyName, String function, String functionName,
        String purpose, Rights rights, Duration window) {}
