package brussels.passerelle.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brussels.passerelle.consent.harness.Agency;
import brussels.passerelle.consent.harness.Call;
import brussels.passerelle.consent.harness.Lendable;
import brussels.passerelle.consent.harness.Person;
import brussels.passerelle.consent.harness.ServerTest;
import brussels.passerelle.consent.harness.Surroundings;
import brussels.passerelle.consent.harness.Wallet;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the service says no. */
class RefusalIT extends ServerTest {
    private static final String SECRET = "0123456789abcdef".repeat(4);

    @Test
    void whatTheContainerRefusesReadsLikeEverythingElse() {
        Call.byNobody("GET", "/nowhere").send().expectProblem(404, "notFound");
        var answer = Call.byNobody("DELETE", "/limits").send().expectProblem(405, "methodNotAllowed");
        assertTrue(answer.header("Allow").contains("GET"));
        Person.holder().post("/loans").bytes(new byte[3]).send().expectProblem(415, "unsupportedType");
        Call.byNobody("GET", "/limits").header("Accept", "image/png").send().expectProblem(406, "notAcceptable");
    }

    @Test
    void everyAnswerCarriesTheHeaders() {
        for (var answer : List.of(Call.byNobody("GET", "/limits").send(), Call.byNobody("GET", "/nowhere").send(),
                Call.byNobody("GET", "/me").send())) {
            assertEquals("nosniff", answer.header("X-Content-Type-Options"));
            assertEquals("no-store", answer.header("Cache-Control"));
            assertTrue(answer.header("Content-Security-Policy").contains("default-src 'none'"));
        }
    }

    @Test
    void accountsAreChecked() {
        for (var body : List.of("{}", "", account("momo", SECRET), account("momo-123-456", "my passphrase in clear"))) {
            Call.byNobody("POST", "/accounts").json(body).send().expectProblem(400, "badInput");
        }
    }

    /** One client, three a day in this test's table; and the identity provider of this world makes none. */
    @Test
    void accountsAreLimited() {
        for (var i = 0; i < 3; i++) {
            Call.byNobody("POST", "/accounts").freshKey().json(account("momo-123-45" + i, SECRET)).send()
                    .expectProblem(503, "signInUnavailable");
        }
        var refused = Call.byNobody("POST", "/accounts").json(account("momo-123-456", SECRET)).send();
        refused.expectProblem(429, "tooMany");
        assertTrue(Integer.parseInt(refused.header("Retry-After")) > 60);
    }

    @Test
    void bodiesAreBounded() {
        var person = Person.holder();
        person.post("/loans").json("{\"x\":\"" + "x".repeat(9 << 20) + "\"}").send().expectProblem(413, "tooLarge");
    }

    @Test
    void idempotencyKeysHaveAForm() {
        Person.holder().post("/loans").key("two words").json("{}").send().expectProblem(400, "badInput");
        Person.holder().post("/loans").key("k".repeat(200)).json("{}").send().expectProblem(400, "badInput");
    }

    /** What people send is in no log, whatever becomes of it. */
    @Test
    void logsHoldNothingThatWasSent() throws IOException {
        var person = Person.holder();
        var planted = "planted-" + Lendable.newId();
        person.post("/loans").json("{\"loan\":\"" + planted + "\"}").send().expect(400);
        person.get("/papers?cursor=" + planted).send().expect(400);
        Call.byNobody("POST", "/accounts").json(account(planted, SECRET)).send().expect(400);
        person.get("/me").send("a." + planted.replace("-", "") + ".c", "x.y.z").expect(401);
        var agency = Agency.published();
        var wallet = new Wallet(person);
        var lendable = agency.lendable(wallet.paper());
        person.post("/loans").json(lendable.json()).send().expect(201);
        person.post("/loans").json(lendable.json()).send().expectProblem(409, "loanExists");
        var log = Files.readString(Surroundings.serverLog());
        assertFalse(log.contains(lendable.loan()) || log.contains(lendable.jwe()), "what a database refuses");
        assertFalse(log.contains(planted) || log.contains(planted.replace("-", "")) || log.contains(SECRET)
                || log.contains(person.account()));
    }

    private static String account(String username, String secret) {
        return "{\"username\":\"" + username + "\",\"authSecret\":\"" + secret + "\"}";
    }
}
