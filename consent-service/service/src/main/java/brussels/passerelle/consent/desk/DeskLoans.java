package brussels.passerelle.consent.desk;

import brussels.passerelle.consent.loan.Loan;
import brussels.passerelle.consent.loan.LoanItem;
import brussels.passerelle.consent.loan.Loans;
import brussels.passerelle.consent.loan.State;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.paging.Cursor;
import brussels.passerelle.edge.paging.Page;
import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is lent to a desk. Sealed keys are shown only while they may be used. */
@Singleton
class DeskLoans {
    private final Wall wall;
    private final Loans loans;
    private final Clock clock;

    @Inject
    DeskLoans(Wall wall, Loans loans, Clock clock) {
        this.wall = wall;
        this.loans = loans;
        this.clock = clock;
    }

    Page<DeskLoan> list(Desk desk, @Nullable String state, @Nullable String cursor, @Nullable Integer limit) {
        var wanted = state == null ? null : State.of(state).orElseThrow(Failure.Plain.BAD_INPUT::refused);
        var after = Cursor.parse(cursor, 2);
        var size = Page.size(limit);
        return wall.as(desk.worker(), () -> {
            var now = clock.instant();
            var rows = loans.atDesk(desk.agency(), desk.function(), wanted, now, after, size + 1);
            var items = loans.items(rows);
            return Page.of(rows, size, Loans::cursor,
                    loan -> view(loan, items.getOrDefault(loan.id(), List.of()), now));
        });
    }

    private static DeskLoan view(Loan loan, List<LoanItem> items, Instant now) {
        var live = loan.state(now) == State.GIVEN && !now.isBefore(loan.from());
        var party = loan.party();
        var ended = loan.endedAt(now);
        return new DeskLoan(loan.id(), party.agency(), party.function(), loan.holder(), key(loan.holderKey()),
                loan.state(now).text(), loan.actions(), Fields.time(loan.from()), Fields.time(loan.until()),
                ended == null ? null : Fields.time(ended),
                items.stream().map(item -> new DeskLoan.Item(item.key().paper(), item.key().version(),
                        live ? item.jwe() : null)).toList());
    }

    /** Written by us, canonical, when the loan was made. */
    private static DeskLoan.Jwk key(String json) {
        try {
            var key = Fields.of(json.getBytes(StandardCharsets.UTF_8));
            return new DeskLoan.Jwk(key.text("kty"), key.text("crv"), key.text("x"), key.text("y"));
        } catch (Damaged impossible) {
            throw new IllegalStateException("stored key", impossible);
        }
    }
}
