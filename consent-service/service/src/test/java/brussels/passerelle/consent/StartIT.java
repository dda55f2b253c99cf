package brussels.passerelle.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brussels.passerelle.consent.harness.Call;
import brussels.passerelle.consent.harness.Person;
import brussels.passerelle.consent.harness.ServerTest;
import brussels.passerelle.consent.harness.Surroundings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The server starts without a complaint, and says how it is. */
class StartIT extends ServerTest {

    @Test
    void startsWithoutErrors() throws IOException {
        var log = Files.readString(Surroundings.serverLog());
        assertTrue(log.contains("WFLYSRV0025"), "started");
        assertFalse(log.contains("WFLYSRV0026"), "started with errors");
        assertTrue(log.contains("Deployed \\\"service.war") || log.contains("Deployed \"service.war"), "with our war");
    }

    @Test
    void isReady() throws Exception {
        var answer = outside("http://127.0.0.1:12940/health/ready");
        assertTrue(answer.contains("\"status\":\"UP\""), answer);
        assertTrue(answer.contains("database") && answer.contains("store") && answer.contains("sign-in"), answer);
    }

    @Test
    void describesItself() throws Exception {
        var openapi = outside("http://127.0.0.1:11030/openapi");
        for (var path : new String[]{"/me", "/papers/{paper}/versions/{version}", "/loans/{loan}/end",
                "/desk/loans/{loan}/openings", "/log/proofs/inclusion", "/limits"}) {
            assertTrue(openapi.contains(path), path);
        }
    }

    @Test
    void showsItsLimits() {
        var table = Call.byNobody("GET", "/limits").header("Accept-Language", "ar").send().expect(200).json();
        assertTrue(table.getJsonArray("items").size() >= 12);
        assertTrue(table.toString().contains("المساحة"));
    }

    @Test
    void knowsWhoIsCalling() {
        var person = Person.holder();
        var me = person.get("/me").send().expect(200);
        assertEquals(person.account(), me.json().getString("account"));
        assertEquals("no-store", me.header("Cache-Control"));
        assertFalse(me.header("Date").isEmpty());
    }

    private static String outside(String address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString()).body();
        }
    }
}
