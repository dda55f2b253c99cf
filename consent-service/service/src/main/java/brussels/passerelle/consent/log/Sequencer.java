package brussels.passerelle.consent.log;

import brussels.passerelle.protocol.log.Checkpoint;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.log.Hashes;
import brussels.passerelle.protocol.log.Tree;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.sql.DataSource;

/**
 * Gives committed entries their place in the tree. One server at a time (advisory lock), a batch at a time: entries that
 * arrive while a batch is written wait for the next one, so that one commit serves many.
 */
@Singleton
public class Sequencer {
    private static final int BATCH = 4096;
    private static final long LOCK = 0x7061_7373_6c6f_6701L;
    private final DataSource source;
    private final NodeKey key;
    private final Clock clock;

    @Inject
    Sequencer(DataSource source, NodeKey key, Clock clock) {
        this.source = source;
        this.key = key;
        this.clock = clock;
    }

    private record Waiting(long leaf, String hash) {}

    /** Integrates one batch and signs the new checkpoint; returns how many entries it placed. */
    public int sequence() throws SQLException {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var placed = batch(connection);
                connection.commit();
                return placed;
            } finally {
                connection.rollback();
            }
        }
    }

    private int batch(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            lock.execute();
        }
        var waiting = waiting(connection);
        var size = size(connection);
        if (waiting.isEmpty() && size >= 0) {
            return 0;
        }
        var from = Math.max(size, 0);
        var stored = new StoredTree(connection);
        stored.store(new Tree(stored).append(from, hashes(waiting)));
        place(connection, from, waiting);
        checkpoint(connection, new Tree(stored), from + waiting.size());
        return waiting.size();
    }

    private static List<byte[]> hashes(List<Waiting> waiting) {
        var hashes = new ArrayList<byte[]>();
        for (var one : waiting) {
            hashes.add(Base64.getUrlDecoder().decode(one.hash));
        }
        return hashes;
    }

    private static List<Waiting> waiting(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(
                "select leaf, data from log_queue join log_leaf using (leaf) order by leaf limit " + BATCH);
                var rows = query.executeQuery()) {
            var waiting = new ArrayList<Waiting>();
            while (rows.next()) {
                waiting.add(new Waiting(rows.getLong(1), Base64Url.encode(Hashes.leaf(rows.getBytes(2)))));
            }
            return waiting;
        }
    }

    /** The signed size, or -1 when nothing was ever signed. */
    private static long size(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select coalesce(max(size), -1) from log_checkpoint");
                var rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void place(Connection connection, long from, List<Waiting> waiting) throws SQLException {
        try (var insert = connection.prepareStatement("insert into log_place (place, leaf) values (?, ?)");
                var done = connection.prepareStatement("delete from log_queue where leaf = ?")) {
            var place = from;
            for (var one : waiting) {
                insert.setLong(1, place++);
                insert.setLong(2, one.leaf);
                insert.addBatch();
                done.setLong(1, one.leaf);
                done.addBatch();
            }
            insert.executeBatch();
            done.executeBatch();
        }
    }

    private void checkpoint(Connection connection, Tree tree, long size) throws SQLException {
        var signer = key.signer();
        var note = signer.sign(Checkpoint.of(signer.key().name(), size, tree.root(size)));
        try (var insert = connection
                .prepareStatement("insert into log_checkpoint (size, note, at) values (?, ?, ?)")) {
            insert.setLong(1, size);
            insert.setString(2, note);
            insert.setObject(3, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }
}
