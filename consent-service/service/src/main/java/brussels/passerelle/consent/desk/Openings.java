package brussels.passerelle.consent.desk;

import brussels.passerelle.consent.loan.Loan;
import brussels.passerelle.consent.loan.LoanItem;
import brussels.passerelle.consent.paper.StoredPaper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The openings of the database, and what they open. */
@Singleton
class Openings {
    /** How long one opening may be read; afterwards the paper is opened, and logged, again. */
    static final Duration READABLE = Duration.ofHours(1);

    @PersistenceContext
    EntityManager database;

    /** Whether the loan has this paper, with its sealed key. */
    boolean isIn(Loan loan, String paper, int version) {
        var item = database.find(LoanItem.class, new LoanItem.Key(loan.id(), paper, version));
        return item != null && item.jwe() != null;
    }

    Optional<StoredPaper> content(Loan loan, Asked asked) {
        return Optional.ofNullable(database.find(StoredPaper.class,
                new StoredPaper.Key(loan.account(), asked.paper(), asked.version())));
    }

    Optional<Opening> find(String id, String worker, Instant now) {
        return database.createQuery("from Opening o where o.id = :id and o.worker = :worker and o.at > :since",
                Opening.class).setParameter("id", id).setParameter("worker", worker)
                .setParameter("since", now.minus(READABLE)).getResultStream().findFirst();
    }

    /** The opening this worker already made with this idempotency key. */
    Optional<Opening> made(String worker, @Nullable String request) {
        return request == null
                ? Optional.empty()
                : database.createQuery("from Opening o where o.worker = :worker and o.request = :request",
                        Opening.class).setParameter("worker", worker).setParameter("request", request)
                        .getResultStream().findFirst();
    }

    void add(Opening opening) {
        database.persist(opening);
        database.flush();
    }
}
