package brussels.passerelle.consent.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/** What the service answered. */
public record Answer(int status, HttpHeaders headers, byte[] body) {

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonObject json() {
        try (var reader = Json.createReader(new StringReader(text()))) {
            return reader.readObject();
        }
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public Answer expect(int wanted) {
        assertEquals(wanted, status, text());
        return this;
    }

    /** Demands a problem of this name, in its proper shape. */
    public Answer expectProblem(int wanted, String name) {
        expect(wanted);
        assertEquals("application/problem+json", header("Content-Type").split(";", 2)[0]);
        assertEquals("urn:problem-type:passerelle:" + name, json().getString("type"));
        assertEquals(wanted, json().getInt("status"));
        return this;
    }
}
