package brussels.passerelle.consent.paper;

import brussels.passerelle.consent.wall.Views;
import brussels.passerelle.edge.paging.Cursor;
import jakarta.inject.Inject;
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
    /** Also for somebody whose desk was lent the same paper: here only what their own view shows. */
    private static final String MINE = """
            from StoredPaper p where p.key.account = :account
            and exists (select 1 from Shown s where s.object = p.key.paper)""";
    private final Views views;

    @PersistenceContext
    EntityManager database;

    @Inject
    Papers(Views views) {
        this.views = views;
    }

    /** Makes changes to the papers of one account wait for each other, until the transaction ends. */
    public void lock(String account) {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:account, 1))")
                .setParameter("account", account).getSingleResult();
    }

    /** A version of a paper that the caller's view shows. */
    public Optional<StoredPaper> find(String account, String paper, int version) {
        return versions(account, paper).stream().filter(one -> one.key.version() == version).findFirst();
    }

    /**
     * Makes an id the account's own and shows it; false when it is taken by something the caller's view does not show,
     * of whichever account.
     */
    public boolean claim(String account, String paper) {
        views.stay();
        var isNew = database.createNativeQuery("insert into paper_id values (:paper) on conflict do nothing")
                .setParameter("paper", paper).executeUpdate() == 1;
        if (isNew) {
            views.show(account, paper);
        }
        return isNew || views.shows(paper);
    }

    /** In the caller's transaction: gives up an id whose last version is gone. */
    void release(String account, String paper) {
        views.forget(account, paper);
        database.createNativeQuery("delete from paper_id where paper = :paper").setParameter("paper", paper)
                .executeUpdate();
    }

    List<StoredPaper> versions(String account, String paper) {
        return database.createQuery(MINE + " and p.key.paper = :paper", StoredPaper.class)
                .setParameter("account", account).setParameter("paper", paper).getResultList();
    }

    /** In the order they were stored, oldest first. */
    List<StoredPaper> list(String account, @Nullable Cursor after, int rows) {
        return database.createQuery(MINE + """
                 and (p.storedAt > :at
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
        return database.createQuery("select coalesce(sum(p.size), 0) " + MINE,
                Long.class).setParameter("account", account).getSingleResult();
    }

    long count(String account) {
        return database
                .createQuery("select count(p) " + MINE, Long.class)
                .setParameter("account", account).getSingleResult();
    }

    void add(StoredPaper paper) {
        database.persist(paper);
    }

    void remove(StoredPaper paper) {
        database.remove(paper);
    }
}
