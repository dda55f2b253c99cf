package brussels.passerelle.consent.recovery;

import brussels.passerelle.consent.log.Book;
import brussels.passerelle.consent.log.Event;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.kit.FreshKeys;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What somebody does who has lost the passphrase: with the slip's key, and without any account. */
@Singleton
public class Recover {
    private static final int OWN = 1;
    private final Wall wall;
    private final Kits kits;
    private final Recoveries recoveries;
    private final Showing showing;
    private final Book book;
    private final Clock clock;

    /** A recovery with its cards, at a moment. */
    record Found(Recovery recovery, List<RecoveryCard> cards, Course course, Instant now) {}

    /** Everything that opens the kit's slot together with the slip. */
    record Opened(Found found, StoredKit kit) {}

    @Inject
    Recover(Wall wall, Kits kits, Recoveries recoveries, Showing showing, Book book, Clock clock) {
        this.wall = wall;
        this.kits = kits;
        this.recoveries = recoveries;
        this.showing = showing;
        this.book = book;
        this.clock = clock;
    }

    /** Begins, or finds it begun; the answer is the same whether the name exists or not. */
    String start(String username, FreshKeys keys) {
        var name = keys.name();
        return wall.asNobody(() -> {
            recoveries.name(name);
            var kit = kits.ofName(username).orElse(null);
            if (!recoveries.exists(name)) {
                recoveries.add(new Recovery(keys, kit, clock.instant()));
            }
            return name;
        });
    }

    Told state(String name, String jws) {
        return wall.asNobody(() -> {
            var found = find(name);
            end(Slip.read(name, found.recovery.signing(), jws, found.now));
            return Told.of(found, found.cards.isEmpty() ? null : find(found.recovery).orElse(null));
        });
    }

    /** The person's own card; an organisation's is shown at its counter only. */
    void show(String name, String jws) {
        wall.asNobody(() -> {
            var found = find(name);
            var shown = card(Slip.read(name, found.recovery.signing(), jws, found.now));
            var account = found.recovery.account;
            if (shown.card() != OWN || account == null) {
                throw Failure.Plain.CARD_REFUSED.refused();
            }
            if (showing.show(found, kit(found.recovery), shown)) {
                book.write(account, new Event.RecoveryCard(shown.kit(), OWN, null, null));
            }
            return true;
        });
    }

    /** Gives out the server's share and the sealed ones; not before the wait is over, not after a veto. */
    Opened open(String name, String jws) {
        return wall.asNobody(() -> {
            var found = find(name);
            end(Slip.read(name, found.recovery.signing(), jws, found.now));
            showing.demand(found, Stage.Act.OPEN);
            var kit = kit(found.recovery);
            if (found.recovery.opened == null) {
                found.recovery.opened = found.now;
                book.write(kit.account, new Event.RecoveryOpened(kit.kit));
            }
            return new Opened(found, kit);
        });
    }

    private Found find(String name) {
        recoveries.name(name);
        var recovery = recoveries.lock(name).orElseThrow(Failure.Plain.NOT_FOUND::refused);
        var cards = recoveries.cards(name);
        return new Found(recovery, cards, recovery.course(cards.size()), clock.instant());
    }

    private StoredKit kit(Recovery recovery) {
        return find(recovery).orElseThrow(Failure.Plain.RECOVERY_OVER::refused);
    }

    private Optional<StoredKit> find(Recovery recovery) {
        var account = recovery.account;
        return kits.of(account == null ? "" : account).filter(kit -> kit.kit.equals(recovery.kit));
    }

    private static ShownCard card(Fields in) {
        try {
            return ShownCard.sealed(in);
        } catch (Damaged bad) {
            throw Failure.Plain.BAD_INPUT.refused();
        }
    }

    private static void end(Fields in) {
        try {
            in.end();
        } catch (Damaged bad) {
            throw Failure.Plain.NOT_FOUND.refused();
        }
    }
}
