package brussels.passerelle.consent.agency;

import brussels.passerelle.consent.log.Book;
import brussels.passerelle.consent.log.Event;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.agency.KeyStatement;
import brussels.passerelle.protocol.agency.PublishedKeys;
import brussels.passerelle.protocol.jose.P256;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Puts every key of an agency into the log once, where the agency's administrators can see one they did not make. */
@Singleton
public class TellKeys {
    private final Wall wall;
    private final Book book;
    /** Keys this server knows to be in the log; saves a transaction, decides nothing. */
    private final Set<Event.AgencyKey> told = ConcurrentHashMap.newKeySet();

    @PersistenceContext
    EntityManager database;

    @Inject
    TellKeys(Wall wall, Book book) {
        this.wall = wall;
        this.book = book;
    }

    void tell(PublishedKeys keys) {
        for (var function : keys.functions()) {
            try {
                var proven = keys.keys(function.function());
                tell(event(proven.encryption()));
                tell(event(proven.signing()));
            } catch (Damaged bad) {
                throw new IllegalStateException("only proven keys come here", bad);
            }
        }
    }

    private void tell(Event.AgencyKey key) {
        if (told.contains(key)) {
            return;
        }
        wall.asNobody(() -> {
            if (database.createNativeQuery("""
                    insert into agency_key (agency, thumbprint, function, use, seen)
                    values (:agency, :thumbprint, :function, :use, now()) on conflict do nothing""")
                    .setParameter("agency", key.agency()).setParameter("thumbprint", key.thumbprint())
                    .setParameter("function", key.function()).setParameter("use", key.use())
                    .executeUpdate() == 1) {
                book.tell(key);
            }
            return true;
        });
        told.add(key);
    }

    private static Event.AgencyKey event(KeyStatement statement) {
        return new Event.AgencyKey(statement.agency(), statement.party().id(), statement.use().notation(),
                P256.thumbprint(statement.key()));
    }
}
