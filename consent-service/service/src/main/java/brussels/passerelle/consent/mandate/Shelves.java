package brussels.passerelle.consent.mandate;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** What is laid out for helpers, each in the view it was laid out in. */
@Singleton
class Shelves {
    @PersistenceContext
    EntityManager database;

    /** A version of a paper that lies there to be read. */
    record Lying(String paper, int version) {}

    /** The holder's: what lies on the shelf in the view they are in becomes exactly this. */
    void put(Mandate mandate, String jwe, List<Lying> papers) {
        clear(mandate.id);
        database.createNativeQuery("""
                insert into shelf (mandate, account, view, version, jwe)
                values (:mandate, :account, wall_view(), :version, :jwe)""").setParameter("mandate", mandate.id)
                .setParameter("account", mandate.account).setParameter("version", mandate.version)
                .setParameter("jwe", jwe).executeUpdate();
        for (var one : papers) {
            database.createNativeQuery("""
                    insert into shelf_paper (mandate, account, view, paper, version)
                    values (:mandate, :account, wall_view(), :paper, :version)""").setParameter("mandate", mandate.id)
                    .setParameter("account", mandate.account).setParameter("paper", one.paper)
                    .setParameter("version", one.version).executeUpdate();
        }
    }

    /** The helper's: the sealed shelf of the view the holder is in now, laid out under the rights of now. */
    Optional<String> jwe(Mandate mandate) {
        var rows = database.createNativeQuery("""
                select jwe from shelf where mandate = :mandate and view = view_of(:account) and version = :version""")
                .setParameter("mandate", mandate.id).setParameter("account", mandate.account)
                .setParameter("version", mandate.version).getResultList();
        return rows.isEmpty() ? Optional.empty() : Optional.of((String) rows.getFirst());
    }

    /** Whether this version lies on the shelf of the view the holder is in, and that view shows the paper. */
    boolean shares(Mandate mandate, Lying asked) {
        return !database.createNativeQuery("""
                select 1 from shelf_paper where mandate = :mandate and view = view_of(:account) and paper = :paper
                  and version = :version and view_of_shows(:account, paper)""").setParameter("mandate", mandate.id)
                .setParameter("account", mandate.account).setParameter("paper", asked.paper)
                .setParameter("version", asked.version).getResultList().isEmpty();
    }

    /** The holder's: nothing stays laid out in the view they are in. */
    void clear(String mandate) {
        database.createNativeQuery("delete from shelf where mandate = :mandate").setParameter("mandate", mandate)
                .executeUpdate();
    }
}
