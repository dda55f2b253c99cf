package brussels.passerelle.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import brussels.passerelle.database.Database;
import brussels.passerelle.database.Passwords;
import brussels.passerelle.database.Shelf;
import brussels.passerelle.demo.realm.Account;
import brussels.passerelle.demo.realm.Realm;

/** The real identity provider with our jar, our realm and a few people who all have the same secret. */
final class KeycloakFixture implements AutoCloseable {
    /** Shared with no test of another module, and below what the system gives to connections: they run side by side. */
    static final Ports PORTS = new Ports(3550);
    static final String SECRET = "0123456789abcdef".repeat(4);
    static final List<String> PEOPLE = List.of("one", "two", "three", "four", "five", "six", "ورد-123-456",
            "zoë-456-789");

    private final Checkout checkout = new Checkout(Path.of("../..").toAbsolutePath().normalize());
    private final Path folder = Path.of("target/keycloak-it").toAbsolutePath();
    private final Database database;
    private Child keycloak;
    private Path home;

    /** Starts it with an empty database and makes the realm. */
    KeycloakFixture() throws IOException, Refusal {
        Shelf.delete(folder);
        database = Database.start(folder, PORTS.postgres(), Passwords.same("test"));
        home = Keycloak.prepared(Shelf.ofCheckout(), checkout.distribution(), checkout.provider(), log());
        keycloak = start(404);
        new Admin(PORTS, "admin").create(new Realm(PORTS.realm(), PORTS.origin(), "accounts", people()));
    }

    /** Starts it again with the same realm, but with an empty jar where ours was. */
    void restartWithoutOurJar() throws IOException, Refusal {
        var empty = folder.resolve("empty.jar");
        try (var jar = new JarOutputStream(Files.newOutputStream(empty))) {
            var entry = new ZipEntry("nothing.txt");
            entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
            jar.putNextEntry(entry);
        }
        keycloak.end();
        home = Keycloak.prepared(Shelf.ofCheckout(), checkout.distribution(), empty, log());
        keycloak = start(200);
    }

    private Child start(int status) throws IOException, Refusal {
        var child = Keycloak.start(home, PORTS, database.passwords(), "admin", log());
        Probe.until(realm(), answer -> answer == status, child, log().toString(), () -> {});
        return child;
    }

    private Path log() {
        return folder.resolve("keycloak.log");
    }

    static String realm() {
        return "http://127.0.0.1:" + PORTS.keycloak() + "/auth/realms/" + PORTS.realm();
    }

    Path home() {
        return home;
    }

    private static List<Account> people() {
        var plain = PEOPLE.stream().map(name -> new Account(name, SECRET, List.of("holder"), null, null));
        return Stream
                .concat(plain, Stream.of(new Account("worker", SECRET, List.of("worker"), "cpas-molenbeek", "accueil")))
                .toList();
    }

    @Override
    public void close() {
        keycloak.end();
        database.close();
    }
}
