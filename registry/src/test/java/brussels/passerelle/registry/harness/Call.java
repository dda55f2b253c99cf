package brussels.passerelle.registry.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** One request to the registry under test. */
public final class Call {
    static {
        // Origin and the preflight headers are what these tests are about.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "origin");
    }

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String method;
    private final String path;
    private final HttpRequest.Builder request;
    private String body = "";

    private Call(String method, String path) {
        this.method = method;
        this.path = path;
        this.request = HttpRequest.newBuilder(URI.create(Surroundings.ORIGIN + path)).timeout(Duration.ofSeconds(60));
    }

    public static Call get(String path) {
        return new Call("GET", path);
    }

    public static Call of(String method, String path) {
        return new Call(method, path);
    }

    public Call with(String header, String value) {
        request.setHeader(header, value);
        return this;
    }

    public Call accept(String type) {
        return with("Accept", type);
    }

    public Call json(String json) {
        body = json;
        return with("Content-Type", "application/json");
    }

    /** Signs in for this one request. */
    public Call by(String organisation, String... roles) {
        return as("registry-api", organisation, List.of(roles));
    }

    /** The same with a token for another audience. */
    public Call as(String audience, String organisation, List<String> roles) {
        Surroundings.issuer().headers(roles, organisation, audience, method, Surroundings.ORIGIN + path)
                .forEach(request::setHeader);
        return this;
    }

    public HttpResponse<String> send(int wanted) {
        try {
            var answer = CLIENT.send(request.method(method, BodyPublishers.ofString(body)).build(),
                    BodyHandlers.ofString());
            assertEquals(wanted, answer.statusCode(), answer.body());
            return answer;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    public JsonObject json(int wanted) {
        try (var reader = Json.createReader(new StringReader(send(wanted).body()))) {
            return reader.readObject();
        }
    }

    /** Demands a problem of this name. */
    public String problem(int wanted, String name) {
        var answer = send(wanted);
        assertEquals("application/problem+json",
                answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0]);
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            assertEquals("urn:problem-type:passerelle:" + name, reader.readObject().getString("type"));
        }
        return answer.body();
    }
}
