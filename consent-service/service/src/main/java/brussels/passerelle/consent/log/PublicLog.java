package brussels.passerelle.consent.log;

import brussels.passerelle.protocol.log.Bundle;
import brussels.passerelle.protocol.log.Tile;
import brussels.passerelle.protocol.log.Tree;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** What anybody may read of the log: its signed state, its hashes, its proofs, its leaves. */
@Singleton
public class PublicLog {
    private final DataSource source;

    @Inject
    PublicLog(DataSource source) {
        this.source = source;
    }

    @FunctionalInterface
    private interface Read<T> {
        T from(Connection connection) throws SQLException;
    }

    Optional<String> checkpoint() {
        return read(connection -> first(connection,
                "select note from log_checkpoint order by size desc limit 1"));
    }

    long size() {
        return read(connection -> first(connection, "select coalesce(max(size), 0)::text from log_checkpoint"))
                .map(Long::parseLong).orElse(0L);
    }

    List<byte[]> inclusion(long index, long size) {
        return read(connection -> new Tree(new StoredTree(connection)).inclusion(index, size));
    }

    List<byte[]> consistency(long from, long to) {
        return read(connection -> new Tree(new StoredTree(connection)).consistency(from, to));
    }

    byte[] tile(Tile tile) {
        return read(connection -> tile.bytes(new StoredTree(connection)));
    }

    byte[] bundle(Bundle bundle) {
        return read(connection -> {
            try (var query = connection.prepareStatement("""
                    select data from log_place join log_leaf using (leaf)
                    where place >= ? and place < ? order by place""")) {
                query.setLong(1, bundle.first());
                query.setLong(2, bundle.first() + bundle.width());
                var leaves = new ArrayList<byte[]>();
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        leaves.add(rows.getBytes(1));
                    }
                }
                return Bundle.bytes(leaves);
            }
        });
    }

    private static Optional<String> first(Connection connection, String sql) throws SQLException {
        try (var query = connection.prepareStatement(sql); var rows = query.executeQuery()) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    private <T> T read(Read<T> work) {
        try (var connection = source.getConnection()) {
            return work.from(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("public log", failed);
        }
    }
}
