package brussels.passerelle.registry.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

import brussels.passerelle.database.Database;
import brussels.passerelle.database.Passwords;

/**
 * What the server needs around it, up before the container starts: a database of its own, fresh state and a token issuer. Only
 * where a provisioned server is named; pure tests need nothing.
 */
public final class Surroundings implements LauncherSessionListener {
    static final String ORIGIN = "http://localhost:10481";
    static final String PORTAL = "http://localhost:10480";
    private static final int DATABASE = 7_580;
    private static final int ISSUER = 7_581;
    private static final Path STATE = Path.of("target", "it").toAbsolutePath();
    private static Database database;
    private static Issuer issuer;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String server = System.getProperty("server.home");
        if (server == null)
            return;
        try {
            if (Files.exists(STATE))
                each(STATE, Comparator.reverseOrder(), Files::delete);
            Path base = STATE.resolve("standalone");
            each(Path.of(server, "standalone"), Comparator.naturalOrder(), file -> {
                Path copy = base.resolve(Path.of(server, "standalone").relativize(file).toString());
                if (Files.isDirectory(file))
                    Files.createDirectories(copy);
                else
                    Files.copy(file, copy);
            });
            Files.copy(Path.of("target", "registry.war"), base.resolve("deployments/registry.war"));
            letTheContainerBeAsked(base.resolve("configuration/standalone.xml"));
            database = Database.start(STATE.resolve("postgres"), DATABASE, Passwords.same("test"));
            issuer = Issuer.open(ISSUER);
            System.setProperty("registry.base", base.toString());
            System.setProperty("registry.settings", settings());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (issuer == null)
            return;
        issuer.close();
        database.close();
    }

    public static Database database() {
        return database;
    }

    static Issuer issuer() {
        return issuer;
    }

    public static Path serverLog() {
        return STATE.resolve("standalone/log/server.log");
    }

    private static String settings() {
        return Map.of("passerelle.db.port", "" + DATABASE, "passerelle.db.app.password", "test",
                "passerelle.db.owner.password", "test", "passerelle.db.registry.password", "test",
                "passerelle.db.registry-owner.password", "test", "passerelle.demo", "true", "passerelle.origin", PORTAL,
                "passerelle.registry.origin", ORIGIN, "passerelle.issuer", Issuer.NAME, "passerelle.jwks",
                "http://127.0.0.1:" + ISSUER + "/certs").entrySet().stream()
                .map(entry -> "-D" + entry.getKey() + "=" + entry.getValue()).collect(Collectors.joining(" "));
    }

    /** Arquillian talks to the server over JMX, which the provisioned server leaves out. */
    private static void letTheContainerBeAsked(Path configuration) throws IOException {
        String text = Files.readString(configuration);
        Files.writeString(configuration,
                text.replaceFirst("(<subsystem xmlns=\"urn:jboss:domain:jmx:[0-9.]+\">)", "$1<remoting-connector/>"));
    }

    private interface Act {
        void on(Path file) throws IOException;
    }

    private static void each(Path root, Comparator<Path> order, Act act) throws IOException {
        try (var files = Files.walk(root)) {
            for (Path file : files.sorted(order).toList())
                act.on(file);
        }
    }
}
