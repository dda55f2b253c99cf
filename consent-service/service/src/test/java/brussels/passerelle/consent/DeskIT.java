package brussels.passerelle.consent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brussels.passerelle.consent.harness.Agency;
import brussels.passerelle.consent.harness.Desk;
import brussels.passerelle.consent.harness.Lendable;
import brussels.passerelle.consent.harness.ServerTest;
import brussels.passerelle.consent.harness.Wallet;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeskIT extends ServerTest {
    private final Agency agency = Agency.published();
    private final Wallet wallet = Wallet.open();
    private final byte[] bytes = Wallet.randomBytes(50_000);
    private final String paper = wallet.paper(bytes);
    private final String loan = wallet.lend(agency, paper);
    private final Desk desk = new Desk(agency.worker());

    @Test
    void opensAndTheHolderSeesIt() {
        var content = Desk.content(desk.open(loan, paper));
        assertArrayEquals(bytes, desk.worker().get(content).send().expect(200).body());
        assertArrayEquals(Arrays.copyOf(bytes, 10),
                desk.worker().get(content).header("Range", "bytes=0-9").send().expect(206).body());
        var event = wallet.log().getFirst().getString("event");
        assertTrue(event.contains("\"type\":\"opening\"") && event.contains("\"by\":\"" + desk.worker().username()),
                event);
        assertEquals(1, wallet.count("opening"), "parts of one opening are one opening");
    }

    @Test
    void showsSealedKeysWhileTheLoanLives() {
        var live = loans("?state=given").getJsonObject(0);
        assertEquals(loan, live.getString("loan"));
        assertEquals("P-256", live.getJsonObject("holderKey").getString("crv"));
        assertTrue(live.getJsonArray("items").getJsonObject(0).containsKey("jwe"));
        assertFalse(live.toString().contains(wallet.holder().account()), "the account stays here");
        wallet.end(loan).expect(200);
        var ended = loans("?state=ended").getJsonObject(0);
        assertFalse(ended.getJsonArray("items").getJsonObject(0).containsKey("jwe"));
        assertTrue(ended.containsKey("endedAt"));
        assertEquals(0, loans("?state=given").size());
        desk.worker().get("/desk/loans?state=nonsense").send().expectProblem(400, "badInput");
    }

    @Test
    void afterTakingBackTheNextRequestIsRefusedAndWrittenDown() {
        var content = Desk.content(desk.open(loan, paper));
        wallet.end(loan).expect(200);
        assertEquals("loanEnded",
                desk.open(loan, paper).expectProblem(403, "openingRefused").json().getString("reason"));
        assertEquals("loanEnded", desk.worker().get(content).send().expectProblem(403, "openingRefused").json()
                .getString("reason"));
        assertEquals(2, wallet.count("openingRefused"));
        assertEquals(1, wallet.count("opening"));
    }

    /** A remembered answer must not open what was taken back. */
    @Test
    void anIdempotencyKeyDoesNotOutliveTheLoan() {
        var first = desk.ask(loan, paper, 1, "look").key("k").send().expect(201);
        var again = desk.ask(loan, paper, 1, "look").key("k").send().expect(201);
        assertEquals(first.text(), again.text());
        assertEquals(1, wallet.count("opening"));
        desk.ask(loan, Lendable.newId(), 1, "look").key("k").send().expectProblem(403, "openingRefused");
        wallet.end(loan).expect(200);
        desk.ask(loan, paper, 1, "look").key("k").send().expectProblem(403, "openingRefused");
    }

    @Test
    void opensNothingElse() {
        var other = wallet.paper();
        for (var asked : List.of(desk.ask(loan, other, 1, "look"), desk.ask(loan, paper, 2, "look"))) {
            assertEquals("notInLoan", asked.send().expectProblem(403, "openingRefused").json().getString("reason"));
        }
        assertEquals("actionNotAllowed",
                desk.ask(loan, paper, 1, "save").send().expectProblem(403, "openingRefused").json()
                        .getString("reason"));
        assertEquals(3, wallet.count("openingRefused"));
        assertEquals(0, wallet.count("opening"));
    }

    @Test
    void endsForWhoLeavesTheTeam() {
        var content = Desk.content(desk.open(loan, paper));
        desk.worker().with("team", "logement").get(content).send().expectProblem(404, "notFound");
        desk.worker().with("roles", List.of("holder")).get(content).send().expectProblem(404, "notFound");
    }

    /** Openings race against taking back: once it is acknowledged, none succeeds; log and answers agree exactly. */
    @Test
    void noOpeningAfterTheTakingBackWasAcknowledged() throws Exception {
        for (var round = 0; round < 5; round++) {
            race(wallet.lend(agency, paper));
        }
    }

    private void race(String raced) throws Exception {
        var acknowledged = new AtomicBoolean();
        var late = new AtomicInteger();
        var opened = new AtomicInteger();
        var before = wallet.count("opening");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 6; i++) {
                threads.submit(() -> {
                    for (var refused = false; !refused;) {
                        var wasOver = acknowledged.get();
                        var status = desk.open(raced, paper).status();
                        refused = status == 403;
                        if (status == 201) {
                            opened.incrementAndGet();
                            late.addAndGet(wasOver ? 1 : 0);
                        }
                    }
                });
            }
            Thread.sleep(150);
            wallet.end(raced).expect(200);
            acknowledged.set(true);
        }
        assertEquals(0, late.get(), "openings after the acknowledgement");
        assertEquals(opened.get(), wallet.count("opening") - before, "answers and log");
    }

    private jakarta.json.JsonArray loans(String query) {
        return desk.worker().get("/desk/loans" + query).send().expect(200).json().getJsonArray("items");
    }
}
