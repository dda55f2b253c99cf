package brussels.passerelle.consent.recovery;

import brussels.passerelle.consent.log.Book;
import brussels.passerelle.consent.log.Event;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.Caller;
import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** What the holder learns of recoveries of their wallet, and stops. */
@Singleton
public class Veto {
    private static final int MOST = 20;
    private final Wall wall;
    private final Kits kits;
    private final Recoveries recoveries;
    private final Book book;
    private final Clock clock;

    @Inject
    Veto(Wall wall, Kits kits, Recoveries recoveries, Book book, Clock clock) {
        this.wall = wall;
        this.kits = kits;
        this.recoveries = recoveries;
        this.book = book;
        this.clock = clock;
    }

    /** Those the holder did not say they know of, newest first. */
    List<Told> known(Caller caller) {
        var account = caller.account();
        return wall.as(caller, () -> {
            var now = clock.instant();
            var kit = kits.of(account);
            return recoveries.unnoted(account, MOST).stream().map(recovery -> {
                var cards = recoveries.cards(recovery.name);
                var found = new Recover.Found(recovery, cards, recovery.course(cards.size()), now);
                return Told.toHolder(found, kit.filter(one -> one.kit.equals(recovery.kit)).orElse(null));
            }).toList();
        });
    }

    void stop(Caller caller, String name) {
        wall.as(caller, () -> {
            var recovery = own(caller, name);
            if (!recovery.course(recoveries.cards(name).size()).may(Stage.Act.STOP, clock.instant())) {
                throw Failure.Plain.RECOVERY_OVER.refused();
            }
            recovery.stopped = clock.instant();
            book.write(caller.account(), new Event.RecoveryStopped(String.valueOf(recovery.kit)));
            return true;
        });
    }

    void note(Caller caller, String name) {
        wall.as(caller, () -> own(caller, name).noted = true);
    }

    private Recovery own(Caller caller, String name) {
        return recoveries.lockOwn(name, caller.account()).orElseThrow(Failure.Plain.NOT_FOUND::refused);
    }
}
