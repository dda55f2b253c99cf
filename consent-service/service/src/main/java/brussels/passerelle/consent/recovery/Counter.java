package brussels.passerelle.consent.recovery;

import brussels.passerelle.consent.log.Book;
import brussels.passerelle.consent.log.Event;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.Caller;
import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * An organisation's counter, where somebody comes with the code of a recovery. Only a card that this organisation keeps tells
 * that there is anything; the share goes sealed to the person, and no key is put together here.
 */
@Singleton
public class Counter {
    private final Wall wall;
    private final Kits kits;
    private final Recoveries recoveries;
    private final Showing showing;
    private final Book book;
    private final Clock clock;

    private record At(Recover.Found found, StoredKit kit) {}

    @Inject
    Counter(Wall wall, Kits kits, Recoveries recoveries, Showing showing, Book book, Clock clock) {
        this.wall = wall;
        this.kits = kits;
        this.recoveries = recoveries;
        this.showing = showing;
        this.book = book;
        this.clock = clock;
    }

    /** The recovery to whose keys the card's share is to be sealed. */
    Recovery look(Caller worker, String name, ShownCard shown) {
        return wall.as(worker, () -> {
            var at = find(worker, name, shown);
            showing.demand(at.found, Stage.Act.CARD);
            if (!at.kit.recognises(shown)) {
                throw Failure.Plain.CARD_REFUSED.refused();
            }
            return at.found.recovery();
        });
    }

    void show(Caller worker, String name, ShownCard shown) {
        wall.as(worker, () -> {
            var at = find(worker, name, shown);
            if (showing.show(at.found, at.kit, shown)) {
                book.write(at.kit.account, new Event.RecoveryCard(shown.kit(), shown.card(),
                        at.kit.keeper(shown.card()), worker.username()));
            }
            return true;
        });
    }

    /** Nothing, unless the kit is of this recovery and the card is kept by the worker's own organisation. */
    private At find(Caller worker, String name, ShownCard shown) {
        recoveries.name(name);
        var recovery = recoveries.lock(name).orElseThrow(Failure.Plain.NOT_FOUND::refused);
        var account = recovery.account;
        var kit = kits.of(account == null ? "" : account)
                .filter(one -> one.kit.equals(recovery.kit) && one.kit.equals(shown.kit())
                        && one.keeper(shown.card()).equals(worker.organisation()))
                .orElseThrow(Failure.Plain.NOT_FOUND::refused);
        var cards = recoveries.cards(name);
        return new At(new Recover.Found(recovery, cards, recovery.course(cards.size()), clock.instant()), kit);
    }
}
