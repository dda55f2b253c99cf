package brussels.passerelle.consent.desk;

import brussels.passerelle.consent.desk.Decision.Deny;
import brussels.passerelle.consent.desk.Decision.Permit;
import brussels.passerelle.consent.loan.Loan;
import brussels.passerelle.consent.loan.Loans;
import brussels.passerelle.consent.log.Book;
import brussels.passerelle.consent.log.Event;
import brussels.passerelle.consent.paper.StoredPaper;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.limit.Limit;
import brussels.passerelle.edge.limit.RateLimits;
import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.jose.Base64Url;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens a lent paper: decide, write it down, then serve. The loan is held for reading from the decision to the commit, so
 * that a taking-back waits for it or is seen by it. A refusal is written down too, and only then answered.
 */
@Singleton
public class OpenPaper {
    private final Wall wall;
    private final Loans loans;
    private final Openings openings;
    private final Book book;
    private final RateLimits limits;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    OpenPaper(Wall wall, Loans loans, Openings openings, Book book, RateLimits limits, Clock clock) {
        this.wall = wall;
        this.loans = loans;
        this.openings = openings;
        this.book = book;
        this.limits = limits;
        this.clock = clock;
    }

    /** What one transaction came to. */
    private sealed interface Outcome {
        record Opened(Opening opening) implements Outcome {}

        record Refused(Decision.Reason reason, @Nullable Instant endedAt) implements Outcome {}
    }

    /** @param request the idempotency key, under which a second asking is the same opening */
    Opening open(Desk desk, String loan, Asked asked, @Nullable String request) {
        limits.take(Limit.OPENINGS, desk.worker().account());
        return answer(wall.as(desk.worker(), () -> decide(desk, hold(desk, loan), asked, request)));
    }

    /** An opening whose content is asked for; the policy is asked again. */
    Opening read(Desk desk, String id) {
        return answer(wall.as(desk.worker(), () -> {
            var opening = openings.find(id, desk.worker().account(), clock.instant())
                    .orElseThrow(Failure.Plain.NOT_FOUND::refused);
            var loan = hold(desk, opening.loan);
            var asked = new Asked(opening.paper, opening.version, "look");
            var now = clock.instant();
            return switch (OpeningPolicy.decide(facts(loan, asked, now))) {
                case Permit() -> new Outcome.Opened(opening);
                case Deny(var reason) -> refuse(desk, loan, asked, reason, now);
            };
        }));
    }

    private Loan hold(Desk desk, String loan) {
        return loans.holdAtDesk(loan, desk.agency(), desk.function()).orElseThrow(Failure.Plain.NOT_FOUND::refused);
    }

    private Outcome decide(Desk desk, Loan loan, Asked asked, @Nullable String request) {
        var now = clock.instant();
        var decision = OpeningPolicy.decide(facts(loan, asked, now));
        if (decision instanceof Deny(var reason)) {
            return refuse(desk, loan, asked, reason, now);
        }
        var before = openings.made(desk.worker().account(), request);
        if (before.isPresent()) {
            return new Outcome.Opened(sameAs(before.get(), loan, asked));
        }
        Optional<StoredPaper> content = openings.content(loan, asked);
        if (content.isEmpty()) {
            return refuse(desk, loan, asked, Decision.Reason.NOT_IN_LOAN, now);
        }
        var opening = opening(desk, loan, asked, content.get(), request, now);
        openings.add(opening);
        book.write(loan.account(),
                new Event.Opening(loan.party(), new Event.PaperVersion(asked.paper(), asked.version()),
                        desk.worker().username(), asked.action()));
        return new Outcome.Opened(opening);
    }

    private Outcome refuse(Desk desk, Loan loan, Asked asked, Decision.Reason reason, Instant now) {
        book.write(loan.account(),
                new Event.OpeningRefused(loan.party(), new Event.PaperVersion(asked.paper(), asked.version()),
                        desk.worker().username(), asked.action(), reason.text()));
        return new Outcome.Refused(reason, loan.endedAt(now));
    }

    private OpeningPolicy.Facts facts(Loan loan, Asked asked, Instant now) {
        return new OpeningPolicy.Facts(loan.state(now), loan.from(), loan.actions(),
                openings.isIn(loan, asked.paper(), asked.version()), asked.action(), now);
    }

    private Opening opening(Desk desk, Loan loan, Asked asked, StoredPaper content, @Nullable String request,
            Instant now) {
        var id = new byte[16];
        random.nextBytes(id);
        var opening = new Opening();
        opening.id = Base64Url.encode(id);
        opening.loan = loan.id();
        opening.account = loan.account();
        opening.paper = asked.paper();
        opening.version = asked.version();
        opening.size = content.size();
        opening.hash = content.hash();
        opening.worker = desk.worker().account();
        opening.request = request;
        opening.at = now;
        return opening;
    }

    private static Opening sameAs(Opening before, Loan loan, Asked asked) {
        if (before.loan.equals(loan.id()) && before.paper.equals(asked.paper())
                && before.version == asked.version()) {
            return before;
        }
        throw Failure.Plain.IDEMPOTENCY_KEY_REUSED.refused();
    }

    private static Opening answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Opened(var opening) -> opening;
            case Outcome.Refused(var reason, var endedAt) ->
                throw new Failure.OpeningRefused(reason.text(), endedAt).refused();
        };
    }
}
