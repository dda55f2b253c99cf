package brussels.passerelle.consent.deposit;

import brussels.passerelle.consent.arrival.Told;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The agency's side of its deposits: one line each, whether it arrived or not. */
@Singleton
class Sent implements Told {
    @PersistenceContext
    EntityManager database;
    private final Clock clock;

    @Inject
    Sent(Clock clock) {
        this.clock = clock;
    }

    /** @param answer what the holder wanted told, if anything */
    record Line(String deposit, String worker, Instant at, @Nullable String answer) {}

    /** False when this deposit was noted before. */
    boolean note(Depositor by, String address, String deposit) {
        return database.createNativeQuery("""
                insert into deposit_sent (agency, function, deposit, address, worker, at)
                values (:agency, :function, :deposit, :address, :worker, :now) on conflict do nothing""")
                .setParameter("agency", by.agency()).setParameter("function", by.function())
                .setParameter("deposit", deposit).setParameter("address", address)
                .setParameter("worker", by.worker().account()).setParameter("now", clock.instant())
                .executeUpdate() == 1;
    }

    /** Those of a desk, newest first. */
    @SuppressWarnings("unchecked")
    List<Line> of(Depositor by, int rows) {
        return ((List<Object[]>) database.createNativeQuery("""
                select deposit, worker, at, answer from deposit_sent
                where agency = :agency and function = :function order by at desc, deposit""")
                .setParameter("agency", by.agency()).setParameter("function", by.function()).setMaxResults(rows)
                .getResultList()).stream()
                .map(row -> new Line((String) row[0], (String) row[1], (Instant) row[2], (String) row[3])).toList();
    }

    @Override
    public void tell(String arrival, String answer) {
        database.createNativeQuery("update deposit_sent set answer = :answer where deposit = :deposit")
                .setParameter("answer", answer).setParameter("deposit", arrival).executeUpdate();
    }
}
