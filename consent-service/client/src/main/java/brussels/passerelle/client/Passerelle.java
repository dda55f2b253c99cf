package brussels.passerelle.client;

import brussels.passerelle.protocol.derive.SignInSecrets;
import brussels.passerelle.protocol.jose.Json;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.UUID;

/// A node, before anyone has signed in.
///
/// ```java
/// try (var node = new Passerelle(address); var session = node.signIn("holder", passphrase)) {
///     var wallet = session.wallet();
///     wallet.add(file, new NewPaper("Bail", "lease", null, "application/pdf"));
/// }
/// ```
public final class Passerelle implements AutoCloseable {
    private final NodeAddress node;
    private final ServerClock clock;
    private final Http http;

    public Passerelle(NodeAddress node) {
        this(node, Clock.systemUTC());
    }

    /// A client on a computer with this clock, right or wrong: it is corrected by what the server says.
    public Passerelle(NodeAddress node, Clock own) {
        this.node = node;
        this.clock = new ServerClock(own);
        this.http = new Http(clock);
    }

    /// Makes an account. Only a derived secret is sent.
    ///
    /// @param username the whole name, with its suffix
    /// @throws Refusal `accountExists`, `badInput`, `tooMany`
    public void createAccount(String username, char[] passphrase) throws IOException {
        try (var secrets = SignInSecrets.derive(node.realm(), username, passphrase)) {
            byte[] body = Json.bytes(Json.object("username", SignInSecrets.normalUsername(username), "authSecret",
                    secrets.authSecret()));
            var response = http.send(HttpRequest.newBuilder(node.api("/accounts"))
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(BodyPublishers.ofByteArray(body)));
            if (response.statusCode() != 201)
                throw Refusal.of(response, response.body());
        }
    }

    /// Signs in; takes about a second, most of it Argon2id.
    ///
    /// @throws Refusal `wrongPassphrase` (also for a name nobody has), `tooMany`
    public Session signIn(String username, char[] passphrase) throws IOException {
        var secrets = SignInSecrets.derive(node.realm(), username, passphrase);
        try {
            return new Session(node, http, clock, SignInSecrets.normalUsername(username), secrets);
        } catch (IOException | RuntimeException e) {
            secrets.close();
            throw e;
        }
    }

    /// What an agency's keys are, to anyone.
    public Registry registry() {
        return new Registry(node, http);
    }

    @Override
    public void close() {
        http.close();
    }
}
