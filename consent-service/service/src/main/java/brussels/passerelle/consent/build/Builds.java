package brussels.passerelle.consent.build;

import brussels.passerelle.consent.log.Book;
import brussels.passerelle.consent.log.Event;
import brussels.passerelle.consent.wall.Wall;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What the portal served since when. */
@Singleton
class Builds {
    private static final int MOST = 50;
    private final Wall wall;
    private final Book book;
    private final Clock clock;

    @PersistenceContext
    EntityManager database;

    @Inject
    Builds(Wall wall, Book book, Clock clock) {
        this.wall = wall;
        this.book = book;
        this.clock = clock;
    }

    /**
     * One that was served.
     *
     * @param event canonical text of the public leaf
     * @param index its place in the log
     */
    record Build(String event, long index) {}

    /** A start with the same build as before is no news. */
    void tell(String hash) {
        wall.asNobody(() -> {
            var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            if (!newest().equals(Optional.of(hash))) {
                var event = new Event.Build(hash).canonical(now);
                database.createNativeQuery(
                        "insert into build (leaf, hash, event, at) values (:leaf, :hash, :event, :at)")
                        .setParameter("leaf", book.tell(event)).setParameter("hash", hash)
                        .setParameter("event", event).setParameter("at", now).executeUpdate();
            }
            return true;
        });
    }

    /** Newest first; only what has its place in the log. */
    List<Build> all() {
        return wall.asNobody(() -> {
            List<?> rows = database.createNativeQuery("""
                    select event, place from build join log_place using (leaf) order by leaf desc""")
                    .setMaxResults(MOST).getResultList();
            return rows.stream().map(Object[].class::cast)
                    .map(row -> new Build((String) row[0], ((Number) row[1]).longValue())).toList();
        });
    }

    private Optional<?> newest() {
        return database.createNativeQuery("select hash from build order by leaf desc").setMaxResults(1).getResultList()
                .stream().findFirst();
    }
}
