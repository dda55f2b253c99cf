package brussels.passerelle.consent.store;

import brussels.passerelle.consent.wall.Wall;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;

/**
 * How often a content is used. Counting and moving of files happen under one lock per hash, held to the end of the
 * transaction, so a content that is put again while it is dropped is there afterwards.
 */
@Singleton
public class Blobs {
    private final Contents contents;
    private final Wall wall;

    @PersistenceContext
    EntityManager database;

    @Inject
    Blobs(Contents contents, Wall wall) {
        this.contents = contents;
        this.wall = wall;
    }

    /** In the caller's transaction: one more use, and the bytes permanent. */
    public void use(Contents.Staged staged) {
        lock(staged.hash());
        database.createNativeQuery("""
                insert into blob as b (hash, size, uses) values (:hash, :size, 1)
                on conflict (hash) do update set uses = b.uses + 1""").setParameter("hash", staged.hash())
                .setParameter("size", staged.size()).executeUpdate();
        try {
            contents.keep(staged);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** In the caller's transaction: one use less of each. The bytes go after it, by {@link #collect}. */
    public void release(Collection<String> hashes) {
        hashes.stream().sorted().forEach(hash -> {
            lock(hash);
            // Two statements: the count may not reach zero, and a row without a use must not stay.
            if (database.createNativeQuery("delete from blob where hash = :hash and uses = 1")
                    .setParameter("hash", hash).executeUpdate() == 0) {
                database.createNativeQuery("update blob set uses = uses - 1 where hash = :hash")
                        .setParameter("hash", hash).executeUpdate();
            }
        });
    }

    /** After a commit: drops the bytes of every one of these that nobody uses any more. */
    public void collect(Collection<String> hashes) {
        hashes.forEach(hash -> wall.asNobody(() -> {
            lock(hash);
            if (database.createNativeQuery("select 1 from blob where hash = :hash").setParameter("hash", hash)
                    .getResultList().isEmpty()) {
                try {
                    contents.drop(hash);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
            return true;
        }));
    }

    private void lock(String hash) {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:hash, 2))")
                .setParameter("hash", hash).getSingleResult();
    }
}
