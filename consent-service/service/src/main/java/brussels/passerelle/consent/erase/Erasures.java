package brussels.passerelle.consent.erase;

import brussels.passerelle.consent.wall.Wall;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the public log says of an erasure, for whoever has its receipt. */
@Singleton
class Erasures {
    private static final String FIND = """
            select e.event, p.place from erasure e left join log_place p on p.leaf = e.leaf
            where e.receipt = :receipt""";
    private final Wall wall;

    @PersistenceContext
    EntityManager database;

    @Inject
    Erasures(Wall wall) {
        this.wall = wall;
    }

    /**
     * A public leaf of the log.
     *
     * @param event the canonical JSON, exactly as it is in the tree
     * @param index its place; absent while it waits for one
     */
    public record Erasure(String event, @Nullable Long index) {}

    Optional<Erasure> find(String receipt) {
        return wall.asNobody(() -> {
            List<?> rows = database.createNativeQuery(FIND).setParameter("receipt", receipt).getResultList();
            return rows.stream().map(Object[].class::cast).findFirst().map(
                    row -> new Erasure(String.valueOf(row[0]), row[1] instanceof Number at ? at.longValue() : null));
        });
    }
}
