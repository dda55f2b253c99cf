package brussels.passerelle.consent.mandate;

import brussels.passerelle.consent.log.Book;
import brussels.passerelle.consent.log.PeopleEvent;
import brussels.passerelle.consent.wall.Views;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.Caller;
import brussels.passerelle.edge.limit.Limit;
import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.mandate.WrittenMandate;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The holder's side: gives a mandate, changes it, takes it back. What counts is what the holder's own key signed. */
@Singleton
public class Give {
    private final Wall wall;
    private final Mandates mandates;
    private final Shelves shelves;
    private final Views views;
    private final Book book;
    private final Clock clock;

    @Inject
    Give(Wall wall, Mandates mandates, Shelves shelves, Views views, Book book, Clock clock) {
        this.wall = wall;
        this.mandates = mandates;
        this.shelves = shelves;
        this.views = views;
        this.book = book;
        this.clock = clock;
    }

    void give(Caller caller, String jws) {
        wall.as(caller, () -> {
            var written = written(caller, jws);
            var now = clock.instant();
            if (written.version() != 1 || written.helper().equals(caller.account())) {
                throw Failure.Plain.BAD_MANDATE.refused();
            }
            if (mandates.live(caller.account(), now) >= Limit.MANDATES.amount()) {
                throw new Failure.TooMany(Duration.ofHours(1)).refused();
            }
            checkWindow(written, now);
            var mandate = new Mandate(written, jws, now);
            mandates.add(mandate);
            views.show(mandate.account, mandate.id);
            book.write(mandate.account, new PeopleEvent.MandateGiven(help(mandate), mandate.rightTexts(), mandate.from,
                    mandate.until).event());
            return true;
        });
    }

    /** The same helper, other rights or another end. */
    void change(Caller caller, String id, String jws) {
        wall.as(caller, () -> {
            var mandate = mandates.lock(id, caller.account()).orElseThrow(Failure.Plain.NOT_FOUND::refused);
            var written = written(caller, jws);
            var now = clock.instant();
            demandAlive(mandate, now);
            if (!written.mandate().equals(mandate.id) || !written.helper().equals(mandate.helper)
                    || !written.helperName().equals(mandate.helperName) || written.version() != mandate.version + 1) {
                throw Failure.Plain.BAD_MANDATE.refused();
            }
            checkWindow(written, now);
            mandate.write(written, jws);
            mandates.database.flush();
            book.write(mandate.account, new PeopleEvent.MandateChanged(help(mandate), mandate.rightTexts(),
                    mandate.from, mandate.until).event());
            return true;
        });
    }

    /** Takes it back; an act that holds the mandate comes before, every other one is refused. */
    void end(Caller caller, String id) {
        wall.as(caller, () -> end(mandates.lock(id, caller.account()), "holder"));
    }

    /** The helper gives it back. */
    void giveBack(Caller helper, String id) {
        wall.as(helper, () -> end(mandates.lockHeld(id, helper.account()), "helper"));
    }

    void layOut(Caller caller, String id, Asked.Shelf shelf) {
        wall.as(caller, () -> {
            var mandate = mandates.lock(id, caller.account()).orElseThrow(Failure.Plain.NOT_FOUND::refused);
            demandAlive(mandate, clock.instant());
            if (shelf.papers().stream().anyMatch(one -> !views.shows(one.paper()))) {
                throw Failure.Plain.UNKNOWN_PAPER.refused();
            }
            shelves.put(mandate, shelf.jwe(), shelf.papers());
            return true;
        });
    }

    static PeopleEvent.Help help(Mandate mandate) {
        return new PeopleEvent.Help(mandate.id, mandate.helperName);
    }

    private boolean end(Optional<Mandate> found, String by) {
        var mandate = found.orElseThrow(Failure.Plain.NOT_FOUND::refused);
        if (mandate.endedAt == null) {
            mandate.endedAt = clock.instant();
            mandates.database.flush();
            if (by.equals("holder")) {
                shelves.clear(mandate.id);
            }
            book.write(mandate.account, new PeopleEvent.MandateEnded(help(mandate), by).event());
        }
        return true;
    }

    private static void demandAlive(Mandate mandate, Instant now) {
        if (mandate.endedAt != null || !now.isBefore(mandate.until)) {
            var reason = mandate.endedAt != null ? HelpPolicy.Reason.MANDATE_ENDED : HelpPolicy.Reason.MANDATE_EXPIRED;
            throw new Failure.HelpRefused(reason.text(), mandate.endedAt).refused();
        }
    }

    /** Verified by the account's own key: a stolen token alone gives no mandate. */
    private WrittenMandate written(Caller caller, String jws) {
        try {
            var key = WrittenMandate.claimedKey(jws);
            var written = WrittenMandate.verify(jws, key);
            if (written.holder().equals(caller.account())
                    && mandates.signer(caller.account()).filter(P256.thumbprint(key)::equals).isPresent()) {
                return written;
            }
        } catch (Damaged bad) {
            // refused below
        }
        throw Failure.Plain.BAD_MANDATE.refused();
    }

    private static void checkWindow(WrittenMandate written, Instant now) {
        var most = Duration.ofDays(Limit.LOAN_TIME.amount());
        if (!written.until().isAfter(now) || Duration.between(written.from(), written.until()).compareTo(most) > 0
                || written.from().isAfter(now.plus(most))) {
            throw Failure.Plain.BAD_WINDOW.refused();
        }
    }
}
