package brussels.passerelle.consent.mandate;

import brussels.passerelle.consent.arrival.Act;
import brussels.passerelle.consent.arrival.Arrivals;
import brussels.passerelle.consent.arrival.Origin;
import brussels.passerelle.consent.arrival.Sealed;
import brussels.passerelle.consent.log.Book;
import brussels.passerelle.consent.log.PeopleEvent;
import brussels.passerelle.consent.store.Blobs;
import brussels.passerelle.consent.store.Contents;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.Caller;
import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The helper's side. The mandate is held from the decision to the commit, so that a taking-back waits for it or is seen by
 * it; a refusal is written down too, and only then answered.
 */
@Singleton
public class Help {
    private final Wall wall;
    private final Mandates mandates;
    private final Arrivals arrivals;
    private final HelpOpenings openings;
    private final Blobs blobs;
    private final Book book;
    private final Clock clock;

    @Inject
    Help(Wall wall, Mandates mandates, Arrivals arrivals, HelpOpenings openings, Blobs blobs, Book book, Clock clock) {
        this.wall = wall;
        this.mandates = mandates;
        this.arrivals = arrivals;
        this.openings = openings;
        this.blobs = blobs;
        this.book = book;
        this.clock = clock;
    }

    /** What one transaction came to. */
    private sealed interface Outcome<T> {
        record Done<T>(T result) implements Outcome<T> {}

        record Refused<T>(HelpPolicy.Reason reason, @Nullable Instant endedAt) implements Outcome<T> {}
    }

    /** Takes in the bytes of a paper to come. */
    boolean receive(Caller helper, String id, String paper, Contents.Staged bytes) {
        var given = wall.as(helper, () -> arrivals.giveUp(helper.account()));
        blobs.collect(given);
        return act(helper, id, HelpPolicy.Act.ADD, false, mandate -> {
            arrivals.demandRoom(helper.account(), bytes.size());
            return arrivals.receive(paper, mandate.account, origin(helper, mandate, Act.ADD), bytes);
        });
    }

    /** A paper whose bytes are here, or a proposal. */
    boolean send(Caller helper, String id, Sealed sealed) {
        return act(helper, id, HelpPolicy.Act.valueOf(sealed.act().name()), false, mandate -> {
            var origin = origin(helper, mandate, sealed.act());
            if (sealed.act().brings()) {
                if (arrivals.complete(sealed, mandate.account, origin).isEmpty()) {
                    throw Failure.Plain.UNKNOWN_PAPER.refused();
                }
            } else {
                arrivals.demandRoom(helper.account(), 0);
                arrivals.propose(sealed, mandate.account, origin);
            }
            openings.showUsed(mandate);
            var help = Give.help(mandate);
            PeopleEvent done = sealed.act().brings()
                    ? new PeopleEvent.HelperAdded(help, sealed.arrival())
                    : new PeopleEvent.HelperProposed(help, sealed.arrival(), sealed.act().text());
            book.write(mandate.account, done.event());
            return true;
        });
    }

    HelpOpening open(Caller helper, String id, Asked.Opening asked) {
        return act(helper, id, asked.act(), asked.paper(), mandate -> {
            var opening = openings.make(mandate, asked, clock.instant())
                    .orElseThrow(Failure.Plain.NOT_FOUND::refused);
            openings.showUsed(mandate);
            book.write(mandate.account, new PeopleEvent.HelperOpened(Give.help(mandate), opening.paper,
                    opening.version, opening.action).event());
            return opening;
        });
    }

    /** An opening whose content is asked for; the policy is asked again. */
    HelpOpening read(Caller helper, String id) {
        var opening = wall.as(helper, () -> openings.find(id, helper.account(), clock.instant()))
                .orElseThrow(Failure.Plain.NOT_FOUND::refused);
        var act = HelpPolicy.Act.valueOf(opening.action.toUpperCase(java.util.Locale.ROOT));
        return act(helper, opening.mandate, act, new Shelves.Lying(opening.paper, opening.version),
                mandate -> opening);
    }

    private <T> T act(Caller helper, String id, HelpPolicy.Act act, Shelves.Lying paper, Function<Mandate, T> work) {
        return answer(wall.as(helper, () -> decide(helper, id, act, mandate -> openings.shares(mandate, paper), work)));
    }

    private <T> T act(Caller helper, String id, HelpPolicy.Act act, boolean shared, Function<Mandate, T> work) {
        return answer(wall.as(helper, () -> decide(helper, id, act, mandate -> shared, work)));
    }

    private <T> Outcome<T> decide(Caller helper, String id, HelpPolicy.Act act, Function<Mandate, Boolean> shared,
            Function<Mandate, T> work) {
        var mandate = mandates.hold(id, helper.account()).orElseThrow(Failure.Plain.NOT_FOUND::refused);
        var reason = HelpPolicy.deny(act, new HelpPolicy.Facts(mandate.rights(), mandate.from, mandate.until,
                mandate.endedAt, shared.apply(mandate), clock.instant()));
        if (reason == null) {
            return new Outcome.Done<>(work.apply(mandate));
        }
        // Looking at one's own list again and again must not fill somebody's log.
        if (act != HelpPolicy.Act.SEE) {
            book.write(mandate.account,
                    new PeopleEvent.HelperRefused(Give.help(mandate), act.text(), reason.text()).event());
        }
        return new Outcome.Refused<>(reason, mandate.endedAt);
    }

    private static Origin origin(Caller helper, Mandate mandate, Act act) {
        return Origin.helper(act, helper.account(), mandate.helperName, mandate.id);
    }

    private static <T> T answer(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var result) -> result;
            case Outcome.Refused<T>(var reason, var endedAt) ->
                throw new Failure.HelpRefused(reason.text(), endedAt).refused();
        };
    }

    /** What a helper sent under a mandate that is alive; nothing under one that is not. */
    List<brussels.passerelle.consent.arrival.Arrival> sent(Caller helper, String id, int rows) {
        return act(helper, id, HelpPolicy.Act.SEE, false,
                mandate -> arrivals.sent(helper.account(), mandate.id, rows));
    }
}
