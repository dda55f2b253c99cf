package brussels.passerelle.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import brussels.passerelle.database.Database;
import brussels.passerelle.database.Passwords;
import brussels.passerelle.database.Shelf;
import brussels.passerelle.demo.realm.Account;
import brussels.passerelle.demo.realm.Realm;

/** The real identity provider with our jar, our realm and a few people who all have the same secret. */
final class KeycloakFixture implements AutoCloseable {
    static final Ports PORTS = new Ports(1300);
    static final String SECRET = "0123456789abcdef".repeat(4);
    static final List<String> PEOPLE = List.of("one", "two", "three", "four", "ورد-123-456", "zoë-456-789");

    private final Database database;
    private final Child keycloak;
    private final Path home;

    private KeycloakFixture(Database database, Child keycloak, Path home) {
        this.database = database;
        this.keycloak = keycloak;
        this.home = home;
    }

    static KeycloakFixture started() throws IOException, Refusal {
        var checkout = new Checkout(Path.of("../..").toAbsolutePath().normalize());
        var folder = Path.of("target/keycloak-it").toAbsolutePath();
        Shelf.delete(folder);
        var shelf = Shelf.ofCheckout();
        var database = Database.start(folder, PORTS.postgres(), Passwords.same("test"));
        var log = folder.resolve("keycloak.log");
        var home = Keycloak.prepared(shelf, checkout, log);
        var keycloak = Keycloak.start(home, PORTS, database.passwords(), "admin", log);
        var fixture = new KeycloakFixture(database, keycloak, home);
        Probe.until(realm(), status -> status == 404, keycloak, log.toString(), () -> {});
        new Admin(PORTS, "admin").create(new Realm(PORTS.realm(), PORTS.origin(), "accounts", people()));
        return fixture;
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
