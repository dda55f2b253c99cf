package brussels.passerelle.consent.recovery;

import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** The recoveries of the database: one that was named, or those of an account. */
@Singleton
class Recoveries {
    private static final Pattern NAME = Pattern.compile("[0-9A-HJKMNP-TV-Z]{24}");
    private final AtomicInteger turns = new AtomicInteger();

    @PersistenceContext
    EntityManager database;

    /** Names a recovery to the database: from here to the end of the transaction it, and nothing else, can be seen. */
    void name(String recovery) {
        if (!NAME.matcher(recovery).matches()) {
            throw Failure.Plain.NOT_FOUND.refused();
        }
        database.createNativeQuery("select set_config('passerelle.recovery', :recovery, true)")
                .setParameter("recovery", recovery).getSingleResult();
    }

    /** Held against cards, vetoes and openings until the transaction ends. */
    Optional<Recovery> lock(String recovery) {
        return Optional.ofNullable(database.find(Recovery.class, recovery, LockModeType.PESSIMISTIC_WRITE));
    }

    boolean exists(String recovery) {
        return database.find(Recovery.class, recovery) != null;
    }

    void add(Recovery recovery) {
        if (turns.incrementAndGet() % 64 == 0) {
            database.createNativeQuery("delete from recovery where started < now() - interval '100 days'")
                    .executeUpdate();
        }
        database.persist(recovery);
        database.flush();
    }

    List<RecoveryCard> cards(String recovery) {
        return database.createQuery("from RecoveryCard c where c.recovery = :recovery order by c.at, c.card",
                RecoveryCard.class).setParameter("recovery", recovery).getResultList();
    }

    void add(RecoveryCard card) {
        database.persist(card);
        database.flush();
    }

    /** Of the holder: what they were not yet told, newest first. */
    List<Recovery> unnoted(String account, int rows) {
        return database.createQuery("from Recovery r where r.account = :account and r.noted = false "
                + "order by r.started desc, r.name", Recovery.class).setParameter("account", account)
                .setMaxResults(rows).getResultList();
    }

    Optional<Recovery> lockOwn(String recovery, String account) {
        return database.createQuery("from Recovery r where r.name = :name and r.account = :account", Recovery.class)
                .setParameter("name", recovery).setParameter("account", account)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
    }

    /** With its kit, everything that was begun with it ends. */
    void stopAll(String account, Instant now) {
        database.createQuery("update Recovery r set r.stopped = :now where r.account = :account and r.stopped is null")
                .setParameter("account", account).setParameter("now", now).executeUpdate();
    }
}
