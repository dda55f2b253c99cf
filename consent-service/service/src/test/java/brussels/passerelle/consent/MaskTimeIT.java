package brussels.passerelle.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brussels.passerelle.consent.harness.Agency;
import brussels.passerelle.consent.harness.Answer;
import brussels.passerelle.consent.harness.Desk;
import brussels.passerelle.consent.harness.KeyedWallet;
import brussels.passerelle.consent.harness.Lendable;
import brussels.passerelle.consent.harness.ServerTest;
import brussels.passerelle.consent.harness.Wallet;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The hour of a mask, and what happens in the same moment as one. */
class MaskTimeIT extends ServerTest {
    private static final Instant LATER = Instant.now().plusSeconds(3_600);
    private final Agency agency = Agency.published();
    private final KeyedWallet whole = KeyedWallet.open();
    private final String chosen = whole.wallet().paper();
    private final String hidden = whole.wallet().paper();

    /** Over at the second, whether or not the clock's round has come by; written down once, closed for good. */
    @Test
    void itsHourEndsIt() throws InterruptedException {
        var small = whole.masked(chosen);
        var until = small.newestMaskEndsIn(6);
        small.person().get("/me").send().expect(200);
        await(until);
        small.person().get("/papers").send().expectProblem(401, "sessionClosed");
        Thread.sleep(1_100);
        var again = small.anew();
        assertEquals(whole.view(), again.view());
        assertEquals(Set.of(chosen, hidden), papers(again));
        var over = again.person().get("/views").send().json().getJsonArray("items").getJsonObject(0);
        assertEquals(until.toString(), over.getString("endedAt"));
        for (var tries = 0; again.wallet().count("maskEnded") == 0 && tries < 60; tries++) {
            Thread.sleep(250);
        }
        Thread.sleep(1_500);
        assertEquals(1, again.wallet().count("maskEnded"));
        again.person().delete("/views/" + small.view()).send().expect(204);
        small.person().get("/me").send().expectProblem(401, "sessionClosed");
        again.person().get("/me").send().expect(200);
    }

    /** The end of an outer mask would tell that there was one. */
    @Test
    void aHiddenHourClosesNothing() throws InterruptedException {
        var outer = whole.masked(chosen);
        var until = outer.newestMaskEndsIn(10);
        var inner = outer.masked();
        await(until);
        Thread.sleep(1_100);
        inner.person().get("/me").send().expect(200);
        assertEquals(Set.of(), papers(inner));
        assertEquals(0, inner.wallet().count("maskEnded"));
        assertEquals(0, inner.person().get("/views").send().json().getJsonArray("items").size());
        inner.lift(inner.code().door()).expect(204);
        var again = inner.anew();
        assertEquals(whole.view(), again.view());
        assertEquals(2, again.person().get("/views").send().json().getJsonArray("items").size());
    }

    /** Whatever is sent while a mask is set either came before, and is the whole wallet's, or is refused, or shows in the mask. */
    @Test
    void nothingSlipsThroughWhileItIsSet() throws Exception {
        var sent = new ArrayList<String>();
        var writes = new ArrayList<Callable<Answer>>();
        for (var i = 0; i < 24; i++) {
            var paper = Lendable.newId();
            sent.add(paper);
            writes.add(() -> whole.wallet().upload(paper, 1, Wallet.randomBytes(20_000)).send());
        }
        var answers = new ArrayList<Future<Answer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            writes.subList(0, 12).forEach(write -> answers.add(threads.submit(write)));
            var mask = threads.submit(() -> whole.mask(List.of(chosen), LATER));
            writes.subList(12, 24).forEach(write -> answers.add(threads.submit(write)));
            mask.get().expect(204);
            var small = whole.anew();
            var shown = papers(small);
            var stored = new HashSet<String>();
            for (var i = 0; i < sent.size(); i++) {
                var answer = answers.get(i).get();
                assertTrue(answer.status() == 201 || answer.status() == 401, answer.text());
                if (answer.status() == 201) {
                    stored.add(sent.get(i));
                }
            }
            assertTrue(shown.contains(chosen));
            shown.remove(chosen);
            assertTrue(stored.containsAll(shown), "only what was stored since");
            assertEquals(shown.size() + 1, papers(whole.anew()).size(), "and it stays as it is");
            small.lift(small.code().door()).expect(204);
            stored.addAll(List.of(chosen, hidden));
            assertEquals(stored, papers(small.anew()), "what was acknowledged is there");
        }
    }

    /** Of two masks set at once by two tabs one is, and the other tab is closed. */
    @Test
    void ofTwoAtOnceOneIsSet() throws Exception {
        var answers = new ArrayList<Future<Answer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var paper : List.of(chosen, hidden)) {
                answers.add(threads.submit(() -> whole.mask(List.of(paper), LATER)));
            }
        }
        var statuses = new ArrayList<Integer>();
        for (var answer : answers) {
            statuses.add(answer.get().status());
        }
        assertEquals(List.of(204, 401), statuses.stream().sorted().toList());
        var small = whole.anew();
        assertEquals(Set.of(statuses.getFirst() == 204 ? chosen : hidden), papers(small));
        small.lift(small.code().door()).expect(204);
        assertEquals(1, small.anew().person().get("/views").send().json().getJsonArray("items").size());
    }

    /** The same request sent twice, as after a lost answer: the second meets the closed session, and one mask stands. */
    @Test
    void theSameRequestTwiceIsOneMask() throws Exception {
        var slots = whole.keyset().verify(whole.person().account()).slots().slots();
        var request = whole.masking(whole.unlocked().mask(slots).view(), List.of(chosen), LATER).key("once");
        request.send().expect(204);
        request.send().expectProblem(401, "sessionClosed");
        var small = whole.anew();
        small.lift(small.code().door()).expect(204);
        assertEquals(1, small.anew().wallet().count("maskSet"));
    }

    /** Waiting openings and masks hold each other up for a moment, and nothing is lost of either. */
    @Test
    void openingsGoOnWhileItIsSet() throws Exception {
        var loan = whole.wallet().lend(agency, hidden);
        var desk = new Desk(agency.worker());
        var opened = new ArrayList<Future<Answer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 10; i++) {
                opened.add(threads.submit(() -> desk.open(loan, hidden)));
            }
            whole.mask(List.of(chosen), LATER).expect(204);
        }
        for (var answer : opened) {
            answer.get().expect(201);
        }
        var small = whole.anew();
        assertEquals(0, small.wallet().count("opening"));
        small.lift(small.code().door()).expect(204);
        assertEquals(10, small.anew().wallet().count("opening"));
    }

    private static void await(Instant moment) throws InterruptedException {
        while (Instant.now().isBefore(moment)) {
            Thread.sleep(20);
        }
    }

    private static Set<String> papers(KeyedWallet wallet) {
        return wallet.person().get("/papers?limit=100").send().expect(200).json().getJsonArray("items")
                .getValuesAs(JsonObject.class).stream().map(item -> item.getString("paper"))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
