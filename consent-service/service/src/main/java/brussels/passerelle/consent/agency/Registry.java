package brussels.passerelle.consent.agency;

import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.agency.PublishedKeys;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The registry as seen from here: what an agency publishes, believed only as far as its signatures reach. */
@Singleton
public class Registry {
    static final Pattern ORGANISATION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
    private static final long MOST = 1 << 20;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3))
            .followRedirects(HttpClient.Redirect.NEVER).build();
    private final String origin;

    @Inject
    Registry(@ConfigProperty(name = "passerelle.registry.origin") String origin) {
        this.origin = origin;
    }

    /**
     * The published keys with proven statements; empty when there are none or they do not verify.
     *
     * @throws brussels.passerelle.edge.problem.Refused registryUnavailable
     */
    Optional<PublishedKeys> keys(String agency) {
        if (!ORGANISATION.matcher(agency).matches()) {
            return Optional.empty();
        }
        var request = HttpRequest.newBuilder(URI.create(origin + "/organisations/" + agency + "/keys"))
                .timeout(Duration.ofSeconds(5)).header("Accept", "application/json").build();
        try {
            var answer = client.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST));
            return switch (answer.statusCode()) {
                case 200 -> proven(agency, answer.body());
                case 404 -> Optional.empty();
                default -> throw Failure.Plain.REGISTRY_UNAVAILABLE.refused();
            };
        } catch (IOException unreachable) {
            throw Failure.Plain.REGISTRY_UNAVAILABLE.refused();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Failure.Plain.REGISTRY_UNAVAILABLE.refused();
        }
    }

    private static Optional<PublishedKeys> proven(String agency, byte[] body) {
        try {
            var keys = PublishedKeys.parse(body);
            keys.verify();
            return Optional.of(keys).filter(one -> one.agency().equals(agency));
        } catch (Damaged bad) {
            return Optional.empty();
        }
    }
}
