package brussels.passerelle.consent.mandate;

import brussels.passerelle.consent.wall.UniqueViolation;
import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The mandates of the database, always asked with whose they must be. */
@Singleton
class Mandates {
    private static final int MOST = 500;

    @PersistenceContext
    EntityManager database;

    /** Those an account gave and its view shows, newest first. */
    List<Mandate> given(String account) {
        return database.createQuery("""
                select m from Shown s join Mandate m on m.id = s.object where m.account = :account
                order by m.givenAt desc, m.id desc""", Mandate.class).setParameter("account", account)
                .setMaxResults(MOST).getResultList();
    }

    /** Those an account may help by, newest first. */
    List<Mandate> held(String helper) {
        return database.createQuery("from Mandate m where m.helper = :helper order by m.givenAt desc, m.id desc",
                Mandate.class).setParameter("helper", helper).setMaxResults(MOST).getResultList();
    }

    /** One of the holder's own, locked against what the helper does until the transaction ends. */
    Optional<Mandate> lock(String id, String account) {
        return one(id, "account", account, LockModeType.PESSIMISTIC_WRITE);
    }

    /** One of the helper's, held against being taken back until the transaction ends. */
    Optional<Mandate> hold(String id, String helper) {
        return one(id, "helper", helper, LockModeType.PESSIMISTIC_READ);
    }

    /** One of the helper's, to change it. */
    Optional<Mandate> lockHeld(String id, String helper) {
        return one(id, "helper", helper, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<Mandate> one(String id, String party, String account, LockModeType mode) {
        return database.createQuery("from Mandate m where m.id = :id and m." + party + " = :account", Mandate.class)
                .setParameter("id", id).setParameter("account", account).setLockMode(mode).getResultStream()
                .findFirst();
    }

    /** Whose time has passed, and nobody wrote it down; another server's are passed over. */
    List<Mandate> lockDue(Instant now, int rows) {
        return database
                .createQuery("from Mandate m where m.until <= :now and m.endedAt is null and m.expiredAt is null",
                        Mandate.class)
                .setParameter("now", now).setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", -2).setMaxResults(rows).getResultList();
    }

    long live(String account, Instant now) {
        return database.createQuery("""
                select count(m) from Shown s join Mandate m on m.id = s.object
                where m.account = :account and m.until > :now and m.endedAt is null""", Long.class)
                .setParameter("account", account).setParameter("now", now).getSingleResult();
    }

    /** Thumbprint of the account's signing key; empty for who has no wallet yet. */
    Optional<String> signer(String account) {
        var rows = database.createNativeQuery("select signing from keyset where account = :account")
                .setParameter("account", account).getResultList();
        return rows.isEmpty() ? Optional.empty() : Optional.of((String) rows.getFirst());
    }

    void add(Mandate mandate) {
        try {
            database.persist(mandate);
            database.flush();
        } catch (PersistenceException failed) {
            throw UniqueViolation.is(failed) ? Failure.Plain.MANDATE_EXISTS.refused() : failed;
        }
    }
}
