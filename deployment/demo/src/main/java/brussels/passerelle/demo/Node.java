package brussels.passerelle.demo;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import brussels.passerelle.database.Database;
import brussels.passerelle.database.Passwords;
import brussels.passerelle.database.Shelf;
import brussels.passerelle.demo.realm.Realm;

/** PostgreSQL, Keycloak and WildFly with the three applications: started side by side, stopped in order. */
final class Node {
    private static final String POSTGRES = "PostgreSQL";

    private final Checkout checkout;
    private final State state;
    private final Ports ports;
    private final Progress progress;
    private final Shelf shelf;
    private final List<Child> children = new CopyOnWriteArrayList<>();

    Node(Checkout checkout, State state, Ports ports, Progress progress) {
        this.checkout = checkout;
        this.state = state;
        this.ports = ports;
        this.progress = progress;
        shelf = new Shelf(checkout.root().resolve(".passerelle/tools"));
    }

    /** Returns when everything answers. */
    void start() throws IOException, Refusal {
        var secrets = state.secrets();
        var passwords = Passwords.from(secrets::of);
        var clientSecret = secrets.of("passerelle.keycloak.secret");
        var adminSecret = secrets.of("keycloak.admin");
        var database = Database.start(shelf, state.postgres(), state.log("postgres.log"), ports.postgres(), passwords);
        started(new Child(POSTGRES, database.process(), database::close));
        progress.says("PostgreSQL answers on 127.0.0.1:" + ports.postgres());
        var failed = new CompletableFuture<Void>();
        var server = side(() -> startServer(passwords, clientSecret), failed);
        var provider = side(() -> startProvider(passwords, clientSecret, adminSecret), failed);
        joined(CompletableFuture.anyOf(failed, CompletableFuture.allOf(server, provider)));
    }

    private void startServer(Passwords passwords, String clientSecret) throws IOException, Refusal {
        var home = WildFly.prepared(shelf, checkout);
        WildFly.layOut(home, state.wildfly(), checkout, ports.realm());
        var environment = new TreeMap<>(passwords.environment());
        environment.put("PASSERELLE_KEYCLOAK_SECRET", clientSecret);
        var child = started(WildFly.start(home, state, properties(), environment, ports.offset()));
        progress.says("WildFly is starting with portal, consent service and registry");
        for (var address : List.of(ports.registryOrigin() + "/", ports.origin() + "/api/limits",
                ports.origin() + "/")) {
            Probe.until(address, status -> status == 200, child, state.log("server.log").toString(),
                    () -> WildFly.checkDeployments(state));
        }
        progress.says("WildFly answers on " + ports.origin() + " and " + ports.registryOrigin());
    }

    private void startProvider(Passwords passwords, String clientSecret, String adminSecret)
            throws IOException, Refusal {
        var log = state.log("keycloak.log");
        var home = Keycloak.prepared(shelf, checkout.distribution(), checkout.provider(), log);
        var child = started(Keycloak.start(home, ports, passwords, adminSecret, log));
        progress.says("Keycloak is starting");
        var realm = "http://127.0.0.1:" + ports.keycloak() + "/auth/realms/" + ports.realm();
        var status = Probe.until(realm, answer -> answer == 200 || answer == 404, child, log.toString(), () -> {});
        if (status == 404) {
            progress.says("Keycloak answers; making the realm " + ports.realm());
            var people = Stream.of(DemoAccount.values()).map(account -> account.account(ports.realm())).toList();
            new Admin(ports, adminSecret).create(new Realm(ports.realm(), ports.origin(), clientSecret, people));
        }
        progress.says("Keycloak answers for the realm " + ports.realm());
    }

    /** What the applications read; secrets travel in the environment instead. */
    Map<String, String> properties() {
        var properties = new TreeMap<String, String>();
        var keycloak = "http://127.0.0.1:" + ports.keycloak() + "/auth";
        properties.put("passerelle.origin", ports.origin());
        properties.put("passerelle.registry.origin", ports.registryOrigin());
        properties.put("passerelle.realm", ports.realm());
        properties.put("passerelle.issuer", ports.origin() + "/auth/realms/" + ports.realm());
        properties.put("passerelle.jwks", keycloak + "/realms/" + ports.realm() + "/protocol/openid-connect/certs");
        properties.put("passerelle.keycloak.admin", keycloak);
        properties.put("passerelle.keycloak.client", "accounts");
        properties.put("passerelle.keycloak.port", Integer.toString(ports.keycloak()));
        properties.put("passerelle.db.port", Integer.toString(ports.postgres()));
        properties.put("passerelle.store", state.store().toString());
        properties.put("passerelle.node",
                ports.offset() == 0 ? "passerelle.localhost/log" : "passerelle-" + ports.offset() + ".localhost/log");
        properties.put("passerelle.log.key", state.nodeKey().toString());
        properties.put("passerelle.demo", "true");
        // The table of limits is the applications' own; whoever starts the launcher may change an amount as they could there.
        System.getProperties().stringPropertyNames().stream().filter(name -> name.startsWith("passerelle.limit."))
                .forEach(name -> properties.put(name, System.getProperty(name)));
        return properties;
    }

    /** Completes with the first child that ends by itself. */
    CompletableFuture<Child> firstToEnd() {
        var ends = children.stream().map(child -> child.process().onExit().thenApply(process -> child));
        return CompletableFuture.anyOf(ends.toArray(CompletableFuture[]::new)).thenApply(Child.class::cast);
    }

    /** Applications and sign-in first, side by side, then what both write to. */
    void stop() {
        var others = children.stream().filter(child -> !child.name().equals(POSTGRES))
                .map(child -> CompletableFuture.runAsync(() -> end(child)));
        CompletableFuture.allOf(others.toArray(CompletableFuture[]::new)).join();
        children.stream().filter(child -> child.name().equals(POSTGRES)).forEach(this::end);
    }

    private void end(Child child) {
        if (!child.process().isAlive())
            return;
        progress.says("Stopping " + child.name());
        child.end();
    }

    private Child started(Child child) throws IOException {
        children.add(child);
        state.note(children);
        return child;
    }

    /** Does something beside the rest; the first failure of all is told at once. */
    private static CompletableFuture<Void> side(Step step, CompletableFuture<Void> failed) {
        var done = new CompletableFuture<Void>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                step.run();
                done.complete(null);
            } catch (IOException | Refusal | RuntimeException reason) {
                failed.completeExceptionally(reason);
            }
        });
        return done;
    }

    private static void joined(CompletableFuture<?> sides) throws IOException, Refusal {
        try {
            sides.join();
        } catch (CompletionException wrapped) {
            switch (wrapped.getCause()) {
                case Refusal refusal -> throw refusal;
                case IOException failure -> throw failure;
                case null, default -> throw wrapped;
            }
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException, Refusal;
    }
}
