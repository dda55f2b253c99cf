package brussels.passerelle.consent.arrival;

import brussels.passerelle.consent.arrival.Arrival.State;
import brussels.passerelle.consent.log.Book;
import brussels.passerelle.consent.log.PeopleEvent;
import brussels.passerelle.consent.paper.Adopt;
import brussels.passerelle.consent.store.Blobs;
import brussels.passerelle.consent.wall.Views;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.Caller;
import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** The holder's word on an arrival: once, and for good. Accepting again changes nothing; what was refused is gone. */
@Singleton
public class Decide {
    private final Wall wall;
    private final Arrivals arrivals;
    private final Adopt adopt;
    private final Blobs blobs;
    private final Views views;
    private final Told told;
    private final Book book;

    @Inject
    Decide(Wall wall, Arrivals arrivals, Adopt adopt, Blobs blobs, Views views, Told told, Book book) {
        this.wall = wall;
        this.arrivals = arrivals;
        this.adopt = adopt;
        this.blobs = blobs;
        this.views = views;
        this.told = told;
        this.book = book;
    }

    /** What an arrival brings becomes a paper of the wallet; the bytes stay where they are. */
    void accept(Caller caller, String id, boolean tell) {
        wall.as(caller, () -> {
            var arrival = arrivals.lock(id, caller.account()).orElseThrow(Failure.Plain.NOT_FOUND::refused);
            if (arrival.is(State.ACCEPTED)) {
                return true;
            }
            var pending = undecided(arrival);
            if (pending.hash != null && pending.size != null) {
                adopt.adopt(caller.account(), id, pending.size, pending.hash);
            }
            close(pending, State.ACCEPTED, tell);
            return true;
        });
    }

    void refuse(Caller caller, String id, boolean tell) {
        var gone = wall.as(caller, () -> {
            var pending = undecided(
                    arrivals.lock(id, caller.account()).orElseThrow(Failure.Plain.NOT_FOUND::refused));
            var hashes = pending.hash == null ? List.<String>of() : List.of(pending.hash);
            close(pending, State.REFUSED, tell);
            blobs.release(hashes);
            views.forget(caller.account(), id);
            return hashes;
        });
        blobs.collect(gone);
    }

    private static Arrival undecided(Arrival arrival) {
        if (!arrival.is(State.PENDING)) {
            throw Failure.Plain.NOT_FOUND.refused();
        }
        return arrival;
    }

    private void close(Arrival arrival, State state, boolean tell) {
        if (tell && Act.DEPOSIT.text().equals(arrival.act)) {
            told.tell(arrival.id, state.text());
        }
        arrival.state = state.text();
        arrival.jwe = null;
        arrival.hash = null;
        arrivals.database.flush();
        book.write(arrival.account,
                new PeopleEvent.ArrivalDecided(arrival.id, arrival.act, state.text(), arrival.called,
                        arrival.mandate, arrival.agency).event());
    }
}
