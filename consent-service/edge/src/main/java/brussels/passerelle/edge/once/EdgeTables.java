package brussels.passerelle.edge.once;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Statements on the tables of {@code db/edge}, each in a transaction of its own, before or after the act itself. */
@Singleton
public class EdgeTables {
    /** Reads one row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final DataSource source;

    /** @param source the application's own datasource; each application has one producer for it */
    @Inject
    EdgeTables(DataSource source) {
        this.source = source;
    }

    /** What one statement comes to. */
    @FunctionalInterface
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Runs a statement; returns how many rows it changed. */
    public int update(String sql, @Nullable Object... values) {
        return alone("", connection -> changed(connection, sql, values));
    }

    /** The same, as somebody who knows the scope of an answer: no other answer is there. */
    int updateWithin(String scope, String sql, @Nullable Object... values) {
        return alone(scope, connection -> changed(connection, sql, values));
    }

    /** The first row of a query. */
    public <T> Optional<T> first(Row<T> reader, String sql, @Nullable Object... values) {
        return alone("", connection -> row(connection, reader, sql, values));
    }

    /** The same, within the scope of an answer. */
    <T> Optional<T> firstWithin(String scope, Row<T> reader, String sql, @Nullable Object... values) {
        return alone(scope, connection -> row(connection, reader, sql, values));
    }

    private <T> T alone(String scope, Work<T> work) {
        try (var connection = source.getConnection()) {
            if (scope.isEmpty()) {
                return work.with(connection);
            }
            connection.setAutoCommit(false);
            try {
                row(connection, named -> "", "select set_config('passerelle.scope', ?, true)", scope);
                var result = work.with(connection);
                connection.commit();
                return result;
            } finally {
                connection.rollback();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("edge tables", failed);
        }
    }

    private static int changed(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (var statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    private static <T> Optional<T> row(Connection connection, Row<T> reader, String sql, @Nullable Object... values)
            throws SQLException {
        try (var statement = prepare(connection, sql, values); var rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** SHA-256 in hex over the parts, each preceded by its length, so that no two lists of parts read the same. */
    public static String hash(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
