package brussels.passerelle.registry;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;

import org.junit.jupiter.api.Test;

import brussels.passerelle.registry.harness.Call;
import brussels.passerelle.registry.harness.ServerTest;
import brussels.passerelle.registry.harness.Surroundings;

/** The server starts without a complaint, says how it is, and keeps what people look for to itself. */
class StartIT extends ServerTest {
    @Test
    void startsWithoutErrors() throws IOException {
        String log = Files.readString(Surroundings.serverLog());
        assertTrue(log.contains("WFLYSRV0025") && log.contains("registry start: projection"));
        assertFalse(log.contains("WFLYSRV0026") || log.contains("WFLYCTL0013"), "started with errors");
    }

    @Test
    void isReady() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            String health = client
                    .send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:12390/health/ready")).build(),
                            BodyHandlers.ofString())
                    .body();
            assertTrue(health.contains("\"name\":\"registry\",\"status\":\"UP\""), health);
        }
    }

    @Test
    void writesDownNoQuestion() throws IOException {
        Call.get("/search?q=plantedquestion&lang=en").send(200);
        Call.get("/search?q=plantedquestion&need=gold").send(400);
        Call.get("/organisations?q=plantedquestion").send(200);
        assertFalse(Files.readString(Surroundings.serverLog()).contains("plantedquestion"));
    }
}
