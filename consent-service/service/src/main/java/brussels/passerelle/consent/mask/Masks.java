package brussels.passerelle.consent.mask;

import brussels.passerelle.consent.keyset.StoredView;
import brussels.passerelle.consent.manifest.StoredManifest;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The masks of the database; asked within the whole account ({@code Wall.whole}), or by the clock. */
@Singleton
class Masks {
    private static final String MINE = "from StoredView v where v.key.account = :account and v.key.number > :number";

    @PersistenceContext
    EntityManager database;

    /** Those not yet over, outermost first. */
    List<StoredView> live(String account, Instant now) {
        return database.createQuery(MINE + " and v.ended is null and v.until > :now order by v.key.number",
                StoredView.class).setParameter("account", account).setParameter("number", 0).setParameter("now", now)
                .getResultList();
    }

    /** Those inside a view that are over and were not merged, oldest first. All of them are: the view is the newest alive. */
    List<StoredView> over(String account, int view) {
        return database.createQuery(MINE + " order by v.key.number", StoredView.class)
                .setParameter("account", account).setParameter("number", view).getResultList();
    }

    int next(String account) {
        return 1 + database.createQuery("select max(v.key.number) from StoredView v where v.key.account = :account",
                Integer.class).setParameter("account", account).getSingleResult();
    }

    Optional<StoredManifest> manifest(StoredView view) {
        return Optional.ofNullable(database.find(StoredManifest.class,
                new StoredManifest.Key(view.key().account(), view.key().number())));
    }

    /** Whether the caller's view shows all of these, and with each loan all its papers. */
    boolean shows(String ids) {
        return (Boolean) database.createNativeQuery("""
                with wanted as (select unnest(string_to_array(:ids, ' ')) as id)
                select not exists (select 1 from wanted where not exists (select 1 from shown s where s.object = id))
                  and not exists (select 1 from loan_item i join wanted on i.loan = id
                    where i.paper not in (select id from wanted))""").setParameter("ids", ids).getSingleResult();
    }

    void add(StoredView view, StoredManifest manifest) {
        database.persist(view);
        database.persist(manifest);
        database.flush();
    }

    /** What a mask shows from its beginning: these things, and of the log what speaks of nothing else. */
    void fill(StoredView view, int parent, String ids) {
        var account = view.key().account();
        var number = view.key().number();
        database.createNativeQuery("""
                insert into view_member select :account, :number, unnest(string_to_array(:ids, ' '))""")
                .setParameter("account", account).setParameter("number", number).setParameter("ids", ids)
                .executeUpdate();
        database.createNativeQuery("""
                insert into log_shown select s.account, :number, s.leaf from log_shown s join log_event e on e.leaf = s.leaf
                where s.account = :account and s.view = :parent and e.subjects <@ string_to_array(:ids, ' ')""")
                .setParameter("account", account).setParameter("number", number).setParameter("parent", parent)
                .setParameter("ids", ids).executeUpdate();
    }

    void remove(StoredView view) {
        manifest(view).ifPresent(database::remove);
        database.remove(view);
        database.flush();
        for (var table : List.of("view_member", "log_shown")) {
            database.createNativeQuery("delete from " + table + " where account = :account and view = :number")
                    .setParameter("account", view.key().account()).setParameter("number", view.key().number())
                    .executeUpdate();
        }
    }

    /** Masks whose hour is over and which nobody wrote down as over, locked; those another server holds are left to it. */
    List<StoredView> due(Instant now, int rows) {
        return database.createQuery("from StoredView v where v.until <= :now and v.ended is null", StoredView.class)
                .setParameter("now", now).setLockMode(jakarta.persistence.LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", -2).setMaxResults(rows).getResultList();
    }
}
