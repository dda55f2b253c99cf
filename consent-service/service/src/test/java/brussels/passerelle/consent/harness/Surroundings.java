package brussels.passerelle.consent.harness;

import brussels.passerelle.database.Database;
import brussels.passerelle.database.Passwords;
import brussels.passerelle.database.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Everything the server needs around it, up before the container starts: a database of its own, fresh state, and the
 * outside world (a token issuer and a registry). Only where a provisioned server is named; pure tests need nothing.
 */
public final class Surroundings implements LauncherSessionListener {
    static final int HTTP = 11_030;
    static final int WORLD = 7_481;
    private static final Path STATE = Path.of("target", "it").toAbsolutePath();
    private static Database database;
    private static World world;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        var server = System.getProperty("server.home");
        if (server == null) {
            return;
        }
        try {
            empty(STATE);
            copy(Path.of(server, "standalone"), STATE.resolve("standalone"));
            Files.copy(Path.of("target", "service.war"), STATE.resolve("standalone/deployments/service.war"));
            letTheContainerBeAsked(STATE.resolve("standalone/configuration/standalone.xml"));
            database = Database.start(STATE.resolve("postgres"), 7_480, Passwords.same("test"));
            world = World.open(WORLD);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        System.setProperty("consent.base", STATE.resolve("standalone").toString());
        System.setProperty("consent.settings", settings());
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (world != null) {
            world.close();
            database.close();
        }
    }

    public static Database database() {
        return database;
    }

    public static World world() {
        return world;
    }

    /** Where the server under test keeps ciphertext. */
    public static Path store() {
        return STATE.resolve("store");
    }

    public static Path serverLog() {
        return STATE.resolve("standalone/log/server.log");
    }

    private static String settings() {
        var settings = Map.ofEntries(Map.entry("passerelle.db.port", "7480"),
                Map.entry("passerelle.db.app.password", "test"), Map.entry("passerelle.db.owner.password", "test"),
                Map.entry("passerelle.db.registry.password", "test"),
                Map.entry("passerelle.db.registry-owner.password", "test"),
                Map.entry("passerelle.origin", "http://localhost:" + HTTP),
                Map.entry("passerelle.registry.origin", "http://127.0.0.1:" + WORLD),
                Map.entry("passerelle.issuer", World.ISSUER),
                Map.entry("passerelle.jwks", "http://127.0.0.1:" + WORLD + "/certs"),
                Map.entry("passerelle.keycloak.admin", "http://127.0.0.1:" + WORLD + "/auth"),
                Map.entry("passerelle.keycloak.secret", "test"),
                Map.entry("passerelle.node", "test.localhost/log"),
                Map.entry("passerelle.limit.storage", "4000000"), Map.entry("passerelle.limit.recoveries", "400"),
                Map.entry("passerelle.limit.registrations", "3"),
                Map.entry("passerelle.store", store().toString()),
                Map.entry("passerelle.log.key", STATE.resolve("log.key").toString()));
        return settings.entrySet().stream().map(entry -> "-D" + entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    /** Arquillian talks to the server over JMX, which the provisioned server leaves out. */
    private static void letTheContainerBeAsked(Path configuration) throws IOException {
        var jmx = Pattern.compile("(<subsystem xmlns=\"urn:jboss:domain:jmx:[0-9.]+\">)");
        Files.writeString(configuration,
                jmx.matcher(Files.readString(configuration)).replaceFirst("$1<remoting-connector/>"));
    }

    private static void empty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, IOException failed) throws IOException {
                Files.delete(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    /** What was counted against limits, by whatever test ran before. */
    public static void forgetCounts() throws SQLException {
        try (var connection = database().connect(Role.OWNER); var statement = connection.createStatement()) {
            statement.executeUpdate("delete from edge_count");
        }
    }
}
