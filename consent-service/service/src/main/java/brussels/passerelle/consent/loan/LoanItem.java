package brussels.passerelle.consent.loan;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One paper version in a loan, with its sealed key as long as the loan lives. */
@Entity
@Table(name = "loan_item")
public class LoanItem {
    /** A loan pins a version. */
    @Embeddable
    public record Key(String loan, String paper, int version) {}

    @EmbeddedId
    Key key;
    String account;
    int place;
    @Nullable
    String jwe;

    @SuppressWarnings("NullAway.Init")
    LoanItem() {}

    LoanItem(String loan, String account, int place, NewLoan.Item asked) {
        this.key = new Key(loan, asked.paper(), asked.version());
        this.account = account;
        this.place = place;
        this.jwe = asked.jwe();
    }

    public Key key() {
        return key;
    }

    public @Nullable String jwe() {
        return jwe;
    }
}
