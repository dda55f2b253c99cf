package brussels.passerelle.consent.mandate;

import brussels.passerelle.consent.log.Book;
import brussels.passerelle.consent.log.PeopleEvent;
import brussels.passerelle.consent.wall.Wall;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Writes down, once, that time ended a mandate. Whether it is over never depends on this having run. */
@Singleton
public class Lapse {
    private static final int BATCH = 200;
    private final Wall wall;
    private final Mandates mandates;
    private final Book book;
    private final Clock clock;

    @Inject
    Lapse(Wall wall, Mandates mandates, Book book, Clock clock) {
        this.wall = wall;
        this.mandates = mandates;
        this.book = book;
        this.clock = clock;
    }

    /** Works off what is due now; returns how many. */
    public int due() {
        return wall.asClock(() -> {
            var due = mandates.lockDue(clock.instant(), BATCH);
            for (var mandate : due) {
                mandate.expiredAt = mandate.until;
                book.write(mandate.account, new PeopleEvent.MandateExpired(Give.help(mandate)).event());
            }
            return due.size();
        });
    }
}
