package brussels.passerelle.consent.loan;

import brussels.passerelle.consent.log.Book;
import brussels.passerelle.consent.log.Event;
import brussels.passerelle.consent.wall.Wall;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Writes down, once, that time ended a loan. Whether it is over never depends on this having run. */
@Singleton
public class Expire {
    private static final int BATCH = 200;
    private final Wall wall;
    private final Loans loans;
    private final Book book;
    private final Clock clock;

    @Inject
    Expire(Wall wall, Loans loans, Book book, Clock clock) {
        this.wall = wall;
        this.loans = loans;
        this.book = book;
        this.clock = clock;
    }

    /** Works off what is due now; returns how many. */
    public int due() {
        return wall.asClock(() -> {
            var due = loans.lockDue(clock.instant(), BATCH);
            for (var loan : due) {
                loan.close(State.Act.EXPIRE, loan.until());
                loans.dropKeys(loan);
                book.write(loan.account(), new Event.LoanExpired(loan.party()));
            }
            return due.size();
        });
    }
}
