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
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The connection to the Admin API, on the internal address, with a service account that may manage users only. */
@Singleton
class KeycloakAdmin {
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
    KeycloakAdmin(@ConfigProperty(name = "passerelle.keycloak.admin") String base,
            @ConfigProperty(name = "passerelle.realm") String realm,
            @ConfigProperty(name = "passerelle.keycloak.client") String id,
            @ConfigProperty(name = "passerelle.keycloak.secret") Optional<String> secret, Clock clock) {
        this.base = base;
        this.realm = realm;
        this.id = id;
        this.secret = secret;
        this.clock = clock;
    }

    /** One call below {@code users}; a token that is not taken any more is fetched anew, once. */
    HttpResponse<byte[]> users(String method, String path, @Nullable Object json) {
        var answer = once(method, path, json);
        if (answer.statusCode() != 401) {
            return answer;
        }
        token = null;
        return once(method, path, json);
    }

    private HttpResponse<byte[]> once(String method, String path, @Nullable Object json) {
        var body = json == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(Json.bytes(json));
        return send(request("/admin/realms/" + realm + "/users" + path).header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json").method(method, body).build());
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
