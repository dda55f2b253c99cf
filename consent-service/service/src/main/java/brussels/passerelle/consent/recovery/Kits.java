package brussels.passerelle.consent.recovery;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** The kits of the database. Who is nobody may ask for the kit of a name, or of the recovery they named. */
@Singleton
class Kits {
    private static final String OF_NAME = """
            from StoredKit k where k.account = (select a.id from Account a where a.username = :username)""";

    @PersistenceContext
    EntityManager database;

    Optional<StoredKit> of(String account) {
        return Optional.ofNullable(database.find(StoredKit.class, account));
    }

    /** The kit of whoever signs in by this name, if there is one; the question takes the same way in every case. */
    Optional<StoredKit> ofName(String username) {
        recovering(username);
        var found = database.createQuery(OF_NAME, StoredKit.class).setParameter("username", username).getResultStream()
                .findFirst();
        recovering("");
        return found;
    }

    void add(StoredKit kit) {
        database.persist(kit);
    }

    void remove(StoredKit kit) {
        database.remove(kit);
        database.flush();
    }

    private void recovering(String username) {
        database.createNativeQuery("select set_config('passerelle.recovering', :username, true)")
                .setParameter("username", username).getSingleResult();
    }
}
