package brussels.passerelle.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * A running PostgreSQL on the loopback address. It keeps what is committed to it, whatever happens, and ends with the
 * process that started it.
 */
public final class Database implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Postmaster postmaster;
    private final Process process;
    private final int port;
    private final Passwords passwords;

    private Database(Postmaster postmaster, Process process, int port, Passwords passwords) {
        this.postmaster = postmaster;
        this.process = process;
        this.port = port;
        this.passwords = passwords;
    }

    /** As {@link #start(Shelf, Path, Path, int, Passwords)} with the checkout's shelf and the log beside the data. */
    public static Database start(Path folder, int port, Passwords passwords) throws IOException {
        return start(Shelf.ofCheckout(), folder.resolve("data"), folder.resolve("postgres.log"), port, passwords);
    }

    /**
     * Starts it, made first when it does not exist; returns when every role can log in.
     *
     * @param shelf     where its programs are, or will be
     * @param data      its cluster; one process at a time may use it
     * @param log       its output is added to this file
     * @param port      on 127.0.0.1
     * @param passwords of a new cluster; must be the same ever after
     * @throws IOException when it does not answer; the log says why
     */
    public static Database start(Shelf shelf, Path data, Path log, int port, Passwords passwords) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        var postmaster = new Postmaster(Binaries.unpacked(shelf), data.toAbsolutePath(), log.toAbsolutePath());
        postmaster.init(passwords.superuser());
        postmaster.clearLeftovers();
        var database = new Database(postmaster, postmaster.run(port), port, passwords);
        try {
            database.waitUntilItAnswers();
            Roles.create(database, passwords);
            return database;
        } catch (SQLException | IOException failed) {
            database.close();
            throw new IOException("PostgreSQL does not answer, see " + log, failed);
        }
    }

    /** The JDBC address of {@code consent}, {@code registry} or {@code keycloak}. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A connection as one of the roles, to its own database. */
    public Connection connect(Role role) throws SQLException {
        return DriverManager.getConnection(url(role.database()), role.login(), passwords.of(role));
    }

    public Passwords passwords() {
        return passwords;
    }

    public int port() {
        return port;
    }

    public Process process() {
        return process;
    }

    /** Ends its connections, writes everything out and stops. */
    @Override
    public void close() {
        if (!process.isAlive())
            return;
        try {
            postmaster.stop();
            if (!process.waitFor(5, TimeUnit.SECONDS))
                process.destroyForcibly();
        } catch (IOException failed) {
            process.destroyForcibly();
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", passwords.superuser());
    }

    private void waitUntilItAnswers() throws SQLException, IOException {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            try (var connection = connect("postgres")) {
                if (connection.isValid(1))
                    return;
            } catch (SQLException notYet) {
                if (!process.isAlive())
                    throw new IOException("PostgreSQL ended", notYet);
                if (Instant.now().isAfter(end))
                    throw notYet;
            }
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL starts", interrupted);
        }
    }
}
