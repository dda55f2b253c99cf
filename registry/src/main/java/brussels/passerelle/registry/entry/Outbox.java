package brussels.passerelle.registry.entry;

import java.util.Collection;
import java.util.List;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

import brussels.passerelle.registry.published.Kind;

/**
 * What changed, numbered in the order in which it became visible. A number alone would not give that order (a later number can
 * commit first), so writers take turns from their first line here to their commit.
 */
@Singleton
@Transactional
public class Outbox {
    private static final long TURN = 0x7061_7373_6572L;

    @PersistenceContext
    private EntityManager database;

    /** One changed entry. */
    public record Change(long number, Kind kind, String entry) {}

    public void changed(Kind kind, Collection<String> entries) {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(:turn)").setParameter("turn", TURN)
                .getSingleResult();
        database.createNativeQuery(
                "insert into outbox (kind, entry) select :kind, unnest(string_to_array(:entries, ','))")
                .setParameter("kind", kind.word()).setParameter("entries", String.join(",", entries)).executeUpdate();
    }

    /** Waits for other writers, and keeps them waiting until this transaction ends. */
    public void turn() {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(:turn)").setParameter("turn", TURN)
                .getSingleResult();
    }

    /** The number of the last change; 0 when nothing ever changed. */
    public long last() {
        return ((Number) database.createNativeQuery("select coalesce(max(seq), 0) from outbox").getSingleResult())
                .longValue();
    }

    public List<Change> after(long number) {
        List<?> rows = database.createNativeQuery("select seq, kind, entry from outbox where seq > :seq order by seq")
                .setParameter("seq", number).getResultList();
        return rows.stream().map(Object[].class::cast)
                .map(row -> new Change(((Number) row[0]).longValue(), Kind.of((String) row[1]).orElseThrow(),
                        (String) row[2]))
                .toList();
    }
}
