package brussels.passerelle.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseIT {
    private static final Passwords PASSWORDS = Passwords.same("test");

    @TempDir
    Path folder;

    @Test
    void keepsWhatWasCommittedThroughAHardEndAndAStaleFile() throws Exception {
        var port = freePort();
        try (var first = Database.start(folder, port, PASSWORDS); var owner = first.connect(Role.OWNER)) {
            run(owner, "CREATE TABLE kept (word text)");
            run(owner, "INSERT INTO kept VALUES ('here')");
            first.process().destroyForcibly();
            assertTrue(first.process().waitFor(10, TimeUnit.SECONDS));
        }
        assertTrue(Files.exists(folder.resolve("data/postmaster.pid")), "the hard end left its file");
        try (var second = Database.start(folder, port, PASSWORDS); var app = second.connect(Role.APP)) {
            assertEquals("here", one(app, "SELECT word FROM kept"));
        }
    }

    @Test
    void nothingMayBeLostAndTheApplicationRolesOwnNothing() throws Exception {
        try (var database = Database.start(folder, freePort(), PASSWORDS); var app = database.connect(Role.APP)) {
            assertEquals("on", one(app, "SHOW fsync"));
            assertEquals("on", one(app, "SHOW synchronous_commit"));
            assertEquals("f", one(app,
                    "SELECT rolsuper OR rolbypassrls OR rolcreatedb FROM pg_roles WHERE rolname = current_user"));
            assertThrows(SQLException.class, () -> run(app, "CREATE TABLE mine (word text)"));
        }
    }

    @Test
    void nobodyEntersAnothersDatabaseOrWithoutAPassword() throws Exception {
        try (var database = Database.start(folder, freePort(), PASSWORDS)) {
            assertThrows(SQLException.class, () -> java.sql.DriverManager
                    .getConnection(database.url("keycloak"), "registry_app", "test").close());
            assertThrows(SQLException.class, () -> java.sql.DriverManager
                    .getConnection(database.url("consent"), "passerelle_app", "wrong").close());
        }
    }

    @Test
    void aFailedStatementLeavesNoValueInTheLog() throws Exception {
        try (var database = Database.start(folder, freePort(), PASSWORDS); var owner = database.connect(Role.OWNER)) {
            run(owner, "CREATE TABLE once (word text PRIMARY KEY)");
            run(owner, "INSERT INTO once VALUES ('plantedvalue')");
            assertThrows(SQLException.class, () -> run(owner, "INSERT INTO once VALUES ('plantedvalue')"));
        }
        var log = Files.readString(folder.resolve("postgres.log"));
        assertTrue(log.contains("duplicate key"), "the failure itself is logged");
        assertFalse(log.contains("plantedvalue"));
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (var plain = connection.createStatement()) {
            plain.execute(statement);
        }
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (var plain = connection.createStatement(); var rows = plain.executeQuery(query)) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
