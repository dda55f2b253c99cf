package brussels.passerelle.consent.paper;

import brussels.passerelle.edge.paging.Cursor;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The papers of the database, always asked with whose they must be. */
@Singleton
public class Papers {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager database;

    /** Makes changes to the papers of one account wait for each other, until the transaction ends. */
    public void lock(String account) {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:account, 1))")
                .setParameter("account", account).getSingleResult();
    }

    public Optional<StoredPaper> find(String account, String paper, int version) {
        return Optional
                .ofNullable(database.find(StoredPaper.class, new StoredPaper.Key(account, paper, version)));
    }

    List<StoredPaper> versions(String account, String paper) {
        return database.createQuery("from StoredPaper p where p.key.account = :account and p.key.paper = :paper",
                StoredPaper.class).setParameter("account", account).setParameter("paper", paper).getResultList();
    }

    /** In the order they were stored, oldest first. */
    List<StoredPaper> list(String account, @Nullable Cursor after, int rows) {
        return database.createQuery("""
                from StoredPaper p where p.key.account = :account and (p.storedAt > :at
                  or (p.storedAt = :at and (p.key.paper > :paper or (p.key.paper = :paper and p.key.version > :version))))
                order by p.storedAt, p.key.paper, p.key.version""", StoredPaper.class)
                .setParameter("account", account)
                .setParameter("at", Instant.EPOCH.plus(after == null ? 0 : after.number(0), ChronoUnit.MICROS))
                .setParameter("paper", after == null ? "" : after.key().get(1))
                .setParameter("version", after == null ? 0 : (int) after.number(2)).setMaxResults(rows)
                .getResultList();
    }

    static Cursor cursor(StoredPaper paper) {
        return Cursor.of(ChronoUnit.MICROS.between(Instant.EPOCH, paper.storedAt), paper.key.paper(),
                paper.key.version());
    }

    /** Bytes an account has stored. */
    public long used(String account) {
        return database.createQuery("select coalesce(sum(p.size), 0) from StoredPaper p where p.key.account = :account",
                Long.class).setParameter("account", account).getSingleResult();
    }

    long count(String account) {
        return database
                .createQuery("select count(p) from StoredPaper p where p.key.account = :account", Long.class)
                .setParameter("account", account).getSingleResult();
    }

    void add(StoredPaper paper) {
        database.persist(paper);
    }

    void remove(StoredPaper paper) {
        database.remove(paper);
    }
}
