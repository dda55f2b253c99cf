package brussels.passerelle.consent.loan;

import brussels.passerelle.consent.agency.RecipientKeys;
import brussels.passerelle.consent.log.Book;
import brussels.passerelle.consent.log.Event;
import brussels.passerelle.consent.paper.Papers;
import brussels.passerelle.consent.wall.Views;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.Caller;
import brussels.passerelle.edge.limit.Limit;
import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/** Lends papers to a function of an agency: only one's own papers, only to a key the agency publishes for it. */
@Singleton
public class Lend {
    private final Wall wall;
    private final Loans loans;
    private final Papers papers;
    private final Views views;
    private final RecipientKeys recipients;
    private final Book book;
    private final Clock clock;

    @Inject
    Lend(Wall wall, Loans loans, Papers papers, Views views, RecipientKeys recipients, Book book, Clock clock) {
        this.wall = wall;
        this.loans = loans;
        this.papers = papers;
        this.views = views;
        this.recipients = recipients;
        this.book = book;
        this.clock = clock;
    }

    LoanView lend(Caller caller, NewLoan asked) {
        var now = clock.instant();
        asked.checkWindow(now);
        // Before the transaction: it may ask the registry, and a lock must not wait for another server.
        for (var item : asked.items()) {
            recipients.demand(asked.agency(), asked.function(), item.recipient());
        }
        return wall.as(caller, () -> give(caller.account(), asked, now));
    }

    private LoanView give(String account, NewLoan asked, Instant now) {
        if (loans.live(account, now) >= Limit.LOANS.amount()) {
            throw new Failure.TooMany(Duration.ofHours(1)).refused();
        }
        papers.lock(account);
        var loan = new Loan(asked, account, now);
        var items = new ArrayList<LoanItem>();
        for (var item : asked.items()) {
            if (papers.find(account, item.paper(), item.version()).isEmpty()) {
                throw Failure.Plain.UNKNOWN_PAPER.refused();
            }
            items.add(new LoanItem(loan.id, account, items.size(), item));
        }
        views.stay();
        views.show(account, loan.id);
        loans.add(loan, items);
        book.write(account, new Event.LoanGiven(loan.party(),
                items.stream().map(item -> new Event.PaperVersion(item.key().paper(), item.key().version())).toList(),
                loan.from, loan.until, loan.actions()));
        return LoanView.of(loan, items, now);
    }
}
