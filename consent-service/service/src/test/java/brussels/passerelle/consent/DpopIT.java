package brussels.passerelle.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brussels.passerelle.consent.harness.Call;
import brussels.passerelle.consent.harness.Person;
import brussels.passerelle.consent.harness.ServerTest;
import com.nimbusds.oauth2.sdk.id.JWTID;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens are worth nothing without the key they are bound to, and a proof is worth one request. */
class DpopIT extends ServerTest {
    private static final String ME = Call.address("/me");
    private final Person person = Person.holder();
    private final String token = person.token();

    @Test
    void aProofWorksOnce() {
        var proof = person.proof("GET", ME, token);
        person.get("/me").send(token, proof).expect(200);
        var again = person.get("/me").send(token, proof).expectProblem(401, "proofReplayed");
        assertTrue(again.header("WWW-Authenticate").startsWith("DPoP "));
        assertFalse(again.header("Date").isEmpty());
        assertEquals("no-store", again.header("Cache-Control"));
    }

    /** The single-use store decides among requests at the same moment, too. */
    @Test
    void ofManyAtOnceOneWins() throws Exception {
        var proof = person.proof("GET", ME, token);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> ask = () -> person.get("/me").send(token, proof).status();
            var won = 0;
            for (var answer : threads.invokeAll(List.of(ask, ask, ask, ask, ask, ask))) {
                won += answer.get() == 200 ? 1 : 0;
            }
            assertEquals(1, won);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-600, -75, 600, 30})
    void aClockThatIsOffIsToldApart(long seconds) {
        var proof = person.proof("GET", ME, token, Instant.now().plusSeconds(seconds), new JWTID());
        var answer = person.get("/me").send(token, proof).expectProblem(401, "clockSkew");
        var server = java.time.ZonedDateTime.parse(answer.header("Date"),
                java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        assertTrue(Duration.between(server, Instant.now()).abs().toSeconds() < 20, "a clock to correct by");
        var corrected = person.proof("GET", ME, token, server, new JWTID());
        person.get("/me").send(token, corrected).expect(200);
    }

    @Test
    void aProofIsForOneAddress() {
        for (var address : List.of(Call.address("/papers"), "https://localhost:11030/api/me",
                "http://elsewhere.example/api/me", "http://127.0.0.1:11030/api/me", Call.address("/me/"))) {
            person.get("/me").send(token, person.proof("GET", address, token)).expectProblem(401, "badProof");
        }
    }

    /** The Host header is the caller's to choose; what a proof is good for is not. */
    @Test
    void theHostHeaderChangesNothing() {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        person.get("/me").header("X-Forwarded-Host", "evil.example")
                .send(token, person.proof("GET", "http://evil.example/api/me", token)).expectProblem(401, "badProof");
    }

    @Test
    void aProofIsForOneMethodOneTokenOneKey() {
        var other = Person.holder();
        person.get("/me").send(token, person.proof("POST", ME, token)).expectProblem(401, "badProof");
        person.get("/me").send(token, person.proof("GET", ME, other.token())).expectProblem(401, "badProof");
        person.get("/me").send(token, other.proof("GET", ME, token)).expectProblem(401, "badProof");
    }

    @Test
    void aTokenAloneIsNothing() {
        person.get("/me").send(token, null).expectProblem(401, "badProof");
        person.get("/me").send(token, "").expectProblem(401, "badProof");
        person.get("/me").send(token, "a.b.c").expectProblem(401, "badProof");
        Call.byNobody("GET", "/me").header("Authorization", "Bearer " + token).send().expectProblem(401,
                "sessionEnded");
    }

    @Test
    void onlyOurTokensForThisDoorThatAreAlive() {
        for (var wrong : List.of(person.with("iss", "http://localhost/elsewhere"),
                person.with("aud", List.of("registry-api")),
                person.with("exp", Date.from(Instant.now().minusSeconds(30))), person.with("cnf", null),
                person.with("cnf", Map.of("x5t#S256", "x")), person.with("sub", null))) {
            wrong.get("/me").send().expectProblem(401, "sessionEnded");
        }
    }

    @Test
    void aTokenThatWasChangedIsRefused() {
        var parts = token.split("\\.", -1);
        var changed = parts[0] + "." + parts[1] + "." + (parts[2].startsWith("A") ? "B" : "A") + parts[2].substring(1);
        person.get("/me").send(changed, person.proof("GET", ME, changed)).expectProblem(401, "sessionEnded");
        var unsigned = "eyJhbGciOiJub25lIn0." + parts[1] + ".";
        person.get("/me").send(unsigned, person.proof("GET", ME, token)).expectProblem(401, "sessionEnded");
    }

    @Test
    void refusalsSpeakTheReadersLanguage() {
        assertTrue(person.get("/me").header("Accept-Language", "ar").send(token, null).text().contains("رُفض"));
        assertTrue(person.get("/me").header("Accept-Language", "de").send(token, null).text().contains("abgelehnt"));
    }
}
