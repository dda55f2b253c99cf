package brussels.passerelle.consent.erase;

import brussels.passerelle.consent.account.IdentityProvider;
import brussels.passerelle.consent.wall.Wall;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** When the hour of a mask is over: whoever was asked to erase under it can sign in again, to what it hid. */
@Singleton
public class Awaken {
    private static final int BATCH = 20;
    private final Wall wall;
    private final IdentityProvider provider;

    @PersistenceContext
    EntityManager database;

    @Inject
    Awaken(Wall wall, IdentityProvider provider) {
        this.wall = wall;
        this.provider = provider;
    }

    /** Works off what is due now; returns how many. While the provider does not answer, they wait. */
    public int due() {
        return wall.asClock(() -> {
            List<?> due = database.createNativeQuery("""
                    delete from asleep where subject in (
                      select subject from asleep where until <= now() limit :most) returning subject""", String.class)
                    .setParameter("most", BATCH).getResultList();
            due.forEach(subject -> provider.enable(String.valueOf(subject)));
            return due.size();
        });
    }
}
