package brussels.passerelle.consent.loan;

import brussels.passerelle.consent.log.Book;
import brussels.passerelle.consent.log.Event;
import brussels.passerelle.consent.paper.Uses;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.Caller;
import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Takes a loan back. The row is locked for writing, an opening holds it for reading: once taking back is acknowledged,
 * every opening that succeeded came before it.
 */
@Singleton
public class TakeBack implements Uses {
    private final Wall wall;
    private final Loans loans;
    private final Book book;
    private final Clock clock;

    @Inject
    TakeBack(Wall wall, Loans loans, Book book, Clock clock) {
        this.wall = wall;
        this.loans = loans;
        this.book = book;
        this.clock = clock;
    }

    LoanView takeBack(Caller caller, String id) {
        return wall.as(caller, () -> {
            var loan = loans.lock(id, caller.account()).orElseThrow(Failure.Plain.NOT_FOUND::refused);
            var now = clock.instant();
            var ended = loan.endedAt(now);
            if (ended != null) {
                throw new Failure.LoanEnded(ended).refused();
            }
            end(loan, now);
            return LoanView.of(loan, loans.items(List.of(loan)).getOrDefault(id, List.of()), now);
        });
    }

    /** In the caller's transaction: ends every running loan of a paper, before the paper goes. */
    @Override
    public void endAllOf(String paper, String account) {
        var now = clock.instant();
        for (var loan : loans.lockWith(paper, account)) {
            if (!loan.state(now).over()) {
                end(loan, now);
            }
        }
    }

    private void end(Loan loan, Instant now) {
        loan.close(State.Act.END, now);
        loans.dropKeys(loan);
        book.write(loan.account, new Event.LoanEnded(loan.party()));
    }
}
