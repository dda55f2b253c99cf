package brussels.passerelle.consent.recovery;

import brussels.passerelle.consent.log.Book;
import brussels.passerelle.consent.log.Event;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.Caller;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Keeps the holder's one kit. A new one takes the place of the old, with which nothing can be opened or finished any more. */
@Singleton
public class KeepKit {
    private final Wall wall;
    private final Kits kits;
    private final Recoveries recoveries;
    private final Book book;
    private final Clock clock;

    @Inject
    KeepKit(Wall wall, Kits kits, Recoveries recoveries, Book book, Clock clock) {
        this.wall = wall;
        this.kits = kits;
        this.recoveries = recoveries;
        this.book = book;
        this.clock = clock;
    }

    Optional<StoredKit> find(Caller caller) {
        return wall.as(caller, () -> kits.of(caller.account()));
    }

    void keep(Caller caller, NewKit made) {
        wall.as(caller, () -> {
            drop(caller.account());
            kits.add(new StoredKit(caller.account(), made, clock.instant()));
            book.write(caller.account(), new Event.KitMade(made.kit(), made.days(), made.agencies()));
            return true;
        });
    }

    void revoke(Caller caller) {
        wall.as(caller, () -> {
            drop(caller.account());
            return true;
        });
    }

    private void drop(String account) {
        kits.of(account).ifPresent(old -> {
            recoveries.stopAll(account, clock.instant());
            kits.remove(old);
            book.write(account, new Event.KitRevoked(old.kit));
        });
    }
}
