package brussels.passerelle.consent.loan;

import brussels.passerelle.protocol.jose.Fields;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A loan as its holder sees it. */
public record LoanView(String loan, String agency, String function, String state, List<String> actions, String from,
        String until, String givenAt, @Nullable String endedAt, List<Item> items) {

    /** A paper version in it. */
    public record Item(String paper, int version) {}

    static LoanView of(Loan loan, List<LoanItem> items, Instant now) {
        var ended = loan.endedAt(now);
        return new LoanView(loan.id, loan.agency, loan.functionId, loan.state(now).text(), loan.actions(),
                Fields.time(loan.from), Fields.time(loan.until), Fields.time(loan.givenAt),
                ended == null ? null : Fields.time(ended),
                items.stream().map(item -> new Item(item.key().paper(), item.key().version())).toList());
    }
}
