package brussels.passerelle.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brussels.passerelle.consent.harness.Agency;
import brussels.passerelle.consent.harness.Desk;
import brussels.passerelle.consent.harness.Lendable;
import brussels.passerelle.consent.harness.ServerTest;
import brussels.passerelle.consent.harness.Wallet;
import brussels.passerelle.protocol.jose.P256;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoanIT extends ServerTest {
    private final Agency agency = Agency.published();
    private final Wallet wallet = Wallet.open();
    private final String paper = wallet.paper();

    @Test
    void isGivenAndShown() {
        var lendable = agency.lendable(paper);
        var made = wallet.holder().post("/loans").json(lendable.json()).send().expect(201);
        var shown = wallet.holder().get("/loans/" + lendable.loan()).send().expect(200);
        assertEquals(made.text(), shown.text());
        var loan = shown.json();
        assertEquals("given", loan.getString("state"));
        assertEquals(lendable.from().toString(), loan.getString("from"));
        assertEquals(paper, loan.getJsonArray("items").getJsonObject(0).getString("paper"));
        assertFalse(loan.containsKey("endedAt"));
        var event = wallet.log().getFirst().getString("event");
        assertTrue(event.contains("\"type\":\"loanGiven\"") && event.contains(lendable.loan()), event);
        assertTrue(event.contains("\"papers\":[{\"paper\":\"" + paper + "\",\"version\":1}]"), event);
    }

    @Test
    void onlyToAKeyTheAgencyPublishesForThatFunction() {
        var stranger = Lendable.of(agency.id(), Agency.FUNCTION, P256.generate(), paper);
        lend(stranger).expectProblem(422, "unknownRecipientKey");
        lend(agency.lendable(paper).toFunction("logement")).expectProblem(422, "unknownRecipientKey");
        lend(Lendable.of("never-seen", Agency.FUNCTION, agency.encryption(), paper)).expectProblem(422,
                "unknownRecipientKey");
        lend(Lendable.of(agency.id(), Agency.FUNCTION, agency.signing(), paper)).expectProblem(422,
                "unknownRecipientKey");
        assertEquals(0, wallet.count("loanGiven"));
    }

    @Test
    void onlyPapersThatAreThere() {
        lend(agency.lendable(Lendable.newId())).expectProblem(422, "unknownPaper");
        lend(agency.lendable(paper).ofVersion(2)).expectProblem(422, "unknownPaper");
    }

    @Test
    void onlySealedKeysOfTheOneShape() {
        for (var jwe : agency.lendable(paper).misshapen()) {
            lend(agency.lendable(paper).withSealed(jwe)).expectProblem(422, "badSealedKey");
        }
    }

    @Test
    void onlyForAWhile() {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        lend(agency.lendable(paper).within(now, now.plus(367, ChronoUnit.DAYS))).expectProblem(422, "badWindow");
        lend(agency.lendable(paper).within(now.minusSeconds(60), now.minusSeconds(1))).expectProblem(422, "badWindow");
    }

    @Test
    void takingBackTwiceSaysWhenItEnded() {
        var loan = wallet.lend(agency, paper);
        var first = wallet.end(loan).expect(200).json();
        assertEquals("ended", first.getString("state"));
        var second = wallet.end(loan).expectProblem(409, "loanEnded").json();
        assertEquals(first.getString("endedAt"), second.getString("endedAt"));
        assertEquals(1, wallet.count("loanEnded"));
    }

    @Test
    void theSameRequestTwiceHappensOnce() {
        var body = agency.lendable(paper).json();
        var key = Lendable.newId();
        var first = wallet.holder().post("/loans").key(key).json(body).send().expect(201);
        var again = wallet.holder().post("/loans").key(key).json(body).send().expect(201);
        assertEquals(first.text(), again.text());
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals("true", again.header("Idempotent-Replayed"));
        wallet.holder().post("/loans").key(key).json(agency.lendable(paper).json()).send().expectProblem(422,
                "idempotencyKeyReused");
        wallet.holder().post("/loans").json(body).send().expectProblem(409, "loanExists");
        assertEquals(1, wallet.count("loanGiven"));
    }

    @Test
    void keysOfOnePersonAreNotThoseOfAnother() {
        var key = Lendable.newId();
        wallet.holder().post("/loans").key(key).json(agency.lendable(paper).json()).send().expect(201);
        var other = Wallet.open();
        var theirs = other.paper();
        other.holder().post("/loans").key(key).json(agency.lendable(theirs).json()).send().expect(201);
    }

    @Test
    void takingBackAgainWithItsKeyIsTheSameAnswer() {
        var loan = wallet.lend(agency, paper);
        var first = wallet.holder().post("/loans/" + loan + "/end").key("k").send().expect(200);
        var again = wallet.holder().post("/loans/" + loan + "/end").key("k").send().expect(200);
        assertEquals(first.text(), again.text());
        assertEquals(1, wallet.count("loanEnded"));
    }

    @Test
    void aRefusalIsRememberedToo() {
        var body = agency.lendable(Lendable.newId()).json();
        wallet.holder().post("/loans").key("r").json(body).send().expectProblem(422, "unknownPaper");
        var again = wallet.holder().post("/loans").key("r").json(body).send();
        again.expectProblem(422, "unknownPaper");
        assertEquals("true", again.header("Idempotent-Replayed"));
    }

    @Test
    void listsAllInPages() {
        var given = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            given.add(wallet.lend(agency, paper));
        }
        var seen = new ArrayList<String>();
        String cursor = "";
        while (cursor != null) {
            var page = wallet.holder().get("/loans?limit=2" + cursor).send().expect(200).json();
            assertTrue(page.getJsonArray("items").size() <= 2);
            page.getJsonArray("items").getValuesAs(JsonObject.class).forEach(item -> seen.add(item.getString("loan")));
            cursor = page.containsKey("next") ? "&cursor=" + page.getString("next") : null;
        }
        assertEquals(given.reversed(), seen);
    }

    /** Over at the second, whether or not the clock's round has come by; written down once. */
    @Test
    void timeEndsALoan() throws InterruptedException {
        var until = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
        var lendable = agency.lendable(paper).within(until.minusSeconds(60), until);
        lend(lendable).expect(201);
        var desk = new Desk(agency.worker());
        desk.open(lendable.loan(), paper).expect(201);
        while (Instant.now().isBefore(until)) {
            Thread.sleep(20);
        }
        var refused = desk.open(lendable.loan(), paper).expectProblem(403, "openingRefused").json();
        assertEquals("loanExpired", refused.getString("reason"));
        assertEquals(until.toString(), refused.getString("endedAt"));
        wallet.end(lendable.loan()).expectProblem(409, "loanEnded");
        for (var tries = 0; wallet.count("loanExpired") == 0 && tries < 60; tries++) {
            Thread.sleep(250);
        }
        Thread.sleep(1_500);
        assertEquals(1, wallet.count("loanExpired"));
        assertEquals("expired",
                wallet.holder().get("/loans/" + lendable.loan()).send().json().getString("state"));
    }

    @Test
    void aLoanThatBeginsLaterCannotBeOpenedYet() {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var lendable = agency.lendable(paper).within(now.plusSeconds(600), now.plusSeconds(1_200));
        lend(lendable).expect(201);
        var refused = new Desk(agency.worker()).open(lendable.loan(), paper).expectProblem(403, "openingRefused");
        assertEquals("loanNotStarted", refused.json().getString("reason"));
    }

    @Test
    void refusesWhatItCannotRead() {
        for (var body : List.of("", "[]", "{", "null", "{\"loan\":1}", "{\"loan\":\"<script>\"}")) {
            var answer = wallet.holder().post("/loans").json(body).send().expectProblem(400, "badInput");
            assertFalse(answer.text().contains("script"), "nothing sent is repeated");
        }
    }

    private brussels.passerelle.consent.harness.Answer lend(Lendable lendable) {
        return wallet.holder().post("/loans").json(lendable.json()).send();
    }
}
