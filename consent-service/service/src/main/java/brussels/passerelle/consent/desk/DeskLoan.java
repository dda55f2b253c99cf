package brussels.passerelle.consent.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A loan as the desk sees it: the holder by their pairwise name and key for this agency. */
public record DeskLoan(String loan, String agency, String function, String holder, Jwk holderKey, String state,
        List<String> actions, String from, String until, @Nullable String endedAt, List<Item> items) {

    /** A P-256 public key (RFC 7517). */
    public record Jwk(String kty, String crv, String x, String y) {}

    /** A paper version in it, with its sealed key as long as the loan lives. */
    public record Item(String paper, int version, @Nullable String jwe) {}
}
