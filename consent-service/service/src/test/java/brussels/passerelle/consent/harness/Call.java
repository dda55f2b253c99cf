package brussels.passerelle.consent.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/** One request to the service under test, by a person or by nobody. */
public final class Call {
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private final Person person;
    private final String method;
    private final String path;
    private final HttpRequest.Builder request;
    private BodyPublisher body = BodyPublishers.noBody();

    Call(Person person, String method, String path) {
        this.person = person;
        this.method = method;
        this.path = path;
        this.request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + Surroundings.HTTP + "/api" + path))
                .timeout(Duration.ofSeconds(60)).header("Accept-Language", "en");
    }

    public static Call byNobody(String method, String path) {
        return new Call(null, method, path);
    }

    public Call header(String name, String value) {
        request.setHeader(name, value);
        return this;
    }

    /** A key for this write; without a call of this there is none. */
    public Call key(String key) {
        return header("Idempotency-Key", key);
    }

    public Call freshKey() {
        return key(UUID.randomUUID().toString());
    }

    public Call json(String json) {
        body = BodyPublishers.ofString(json);
        return header("Content-Type", "application/json");
    }

    public Call jose(String text) {
        body = BodyPublishers.ofString(text);
        return header("Content-Type", "application/jose");
    }

    public Call bytes(byte[] bytes) {
        body = BodyPublishers.ofByteArray(bytes);
        return header("Content-Type", "application/octet-stream");
    }

    public Call stream(BodyPublisher publisher) {
        body = publisher;
        return header("Content-Type", "application/octet-stream");
    }

    /** The address a client signs. */
    public static String address(String path) {
        var query = path.indexOf('?');
        return "http://localhost:" + Surroundings.HTTP + "/api" + (query < 0 ? path : path.substring(0, query));
    }

    public Answer send() {
        if (person != null) {
            var token = person.token();
            return send(token, person.proof(method, address(path), token));
        }
        return dispatch();
    }

    /** Sends with a token and a proof of the test's own making. */
    public Answer send(String token, String proof) {
        header("Authorization", "DPoP " + token);
        if (proof != null) {
            header("DPoP", proof);
        }
        return dispatch();
    }

    private Answer dispatch() {
        try {
            var response = CLIENT.send(request.method(method, body).build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
