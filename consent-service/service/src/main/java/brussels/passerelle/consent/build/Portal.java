package brussels.passerelle.consent.build;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The portal as anybody sees it, and the one page of it that matters here: the list of its scripts and styles. */
@Singleton
class Portal {
    private static final long MOST = 1 << 20;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3))
            .followRedirects(HttpClient.Redirect.NEVER).build();
    private final String origin;

    @Inject
    Portal(@ConfigProperty(name = "passerelle.origin") String origin) {
        this.origin = origin;
    }

    /** SHA-256 of the list, in lower hex; empty while the portal does not answer. */
    Optional<String> build() throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(origin + "/build")).timeout(Duration.ofSeconds(10)).build();
        try {
            var answer = client.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST));
            return answer.statusCode() == 200 ? Optional.of(sha256(answer.body())) : Optional.empty();
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
