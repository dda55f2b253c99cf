package brussels.passerelle.consent.account;

import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The identity provider's Admin API, on its internal address, with a service account that may manage users only. */
@Singleton
public class IdentityProvider {
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final String base;
    private final String realm;
    private final String id;
    private final Optional<String> secret;
    private final Clock clock;
    private volatile @Nullable Token token;

    private record Token(String text, Instant until) {
        @Override
        public String toString() {
            return "Token";
        }
    }

    @Inject
    IdentityProvider(@ConfigProperty(name = "passerelle.keycloak.admin") String base,
            @ConfigProperty(name = "passerelle.realm") String realm,
            @ConfigProperty(name = "passerelle.keycloak.client") String id,
            @ConfigProperty(name = "passerelle.keycloak.secret") Optional<String> secret, Clock clock) {
        this.base = base;
        this.realm = realm;
        this.id = id;
        this.secret = secret;
        this.clock = clock;
    }

    /** Makes an account that can sign in with the derived secret, or refuses: accountExists, badInput. */
    void create(NewAccount account) {
        var body = Json.write(Json.object("username", account.username(), "enabled", true, "credentials", List
                .of(Json.object("type", "password", "value", account.authSecret(), "temporary", false))));
        var answer = send(request("/admin/realms/" + realm + "/users").header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build());
        switch (answer.statusCode()) {
            case 201 -> {
            }
            case 409 -> throw Failure.Plain.ACCOUNT_EXISTS.refused();
            case 400 -> throw Failure.Plain.BAD_INPUT.refused();
            default -> {
                token = null;
                throw Failure.Plain.SIGN_IN_UNAVAILABLE.refused();
            }
        }
    }

    /** Whether the realm answers. */
    boolean isReachable() {
        try {
            return send(request("/realms/" + realm).GET().build()).statusCode() == 200;
        } catch (RuntimeException unreachable) {
            return false;
        }
    }

    private String token() {
        var known = token;
        if (known == null || !clock.instant().isBefore(known.until)) {
            known = fetchToken();
            token = known;
        }
        return known.text;
    }

    private Token fetchToken() {
        var form = "grant_type=client_credentials&client_id=" + encode(id) + "&client_secret="
                + encode(secret.orElseThrow(Failure.Plain.SIGN_IN_UNAVAILABLE::refused));
        var answer = send(request("/realms/" + realm + "/protocol/openid-connect/token")
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form))
                .build());
        try {
            if (answer.statusCode() == 200) {
                var in = Fields.of(answer.body());
                return new Token(in.text("access_token"), clock.instant().plusSeconds(in.number("expires_in") / 2));
            }
        } catch (Damaged bad) {
            // refused below
        }
        throw Failure.Plain.SIGN_IN_UNAVAILABLE.refused();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(10));
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), 1 << 16));
        } catch (IOException unreachable) {
            throw Failure.Plain.SIGN_IN_UNAVAILABLE.refused();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Failure.Plain.SIGN_IN_UNAVAILABLE.refused();
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
