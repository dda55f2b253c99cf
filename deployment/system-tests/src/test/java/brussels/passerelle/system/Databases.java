package brussels.passerelle.system;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The demo's databases seen by somebody who has everything: the operator, or a thief of the machine. */
final class Databases {
    private static final List<String> NAMES = List.of("consent", "registry", "keycloak");

    private final RunningDemo demo;

    Databases(RunningDemo demo) {
        this.demo = demo;
    }

    /** Brings what is still in memory or in the write-ahead log to the files of the tables. */
    void checkpoint() throws SQLException {
        try (var connection = connect("postgres"); var statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    /** What every row of every table says: files alone would hide what PostgreSQL has compressed. */
    Set<String> search(Needles needles) throws SQLException, IOException {
        var found = new TreeSet<String>();
        for (var name : NAMES)
            found.addAll(search(needles, name));
        return found;
    }

    Set<String> search(Needles needles, String database) throws SQLException, IOException {
        var found = new TreeSet<String>();
        try (var connection = connect(database); var statement = connection.createStatement()) {
            for (var table : tables(connection))
                try (var rows = statement.executeQuery("select t::text from " + table + " t")) {
                    while (rows.next())
                        needles.search(new ByteArrayInputStream(rows.getString(1).getBytes(StandardCharsets.UTF_8)),
                                database + " " + table, found);
                }
        }
        return found;
    }

    /** The hour until which somebody's masks last is now. */
    void passHour(String username) throws SQLException {
        try (var connection = connect("consent"); var move = connection.prepareStatement("""
          update view set until = now() where number > 0 and ended is null
          and account = (select account from account where username = ?)""")) {
            move.setString(1, username);
            move.executeUpdate();
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement(); var names = statement.executeQuery("""
          select format('%I.%I', schemaname, tablename) from pg_tables
          where schemaname not in ('pg_catalog', 'information_schema')""")) {
            while (names.next())
                tables.add(names.getString(1));
        }
        return tables;
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + demo.port(5480) + "/" + database,
                "postgres",
                password());
    }

    private String password() {
        var secrets = new Properties();
        try (var file = Files.newBufferedReader(demo.state().resolve("secrets.properties"))) {
            secrets.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets.getProperty("postgres.password");
    }
}
