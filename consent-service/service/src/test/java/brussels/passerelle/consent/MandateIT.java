package brussels.passerelle.consent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brussels.passerelle.consent.harness.Answer;
import brussels.passerelle.consent.harness.Helper;
import brussels.passerelle.consent.harness.KeyedWallet;
import brussels.passerelle.consent.harness.Lendable;
import brussels.passerelle.consent.harness.Person;
import brussels.passerelle.consent.harness.ServerTest;
import brussels.passerelle.consent.harness.Wallet;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.mandate.Right;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A helper acts only by a mandate the holder's key signed, only within it, and never past its end. */
class MandateIT extends ServerTest {
    private final KeyedWallet holder = KeyedWallet.open();

    @Nested
    class ABlindHelper {
        private final Helper helper = Helper.of(holder, Right.ADD);

        @Test
        void addsAndSeesOnlyThat() {
            var own = holder.wallet().paper();
            var added = helper.add();
            var sent = items(helper.sent());
            assertEquals(List.of(added), sent.stream().map(one -> one.getString("arrival")).toList());
            for (var nothing : List.of(helper.person().get("/papers").send(), helper.person().get("/arrivals").send(),
                    helper.person().get("/mandates").send())) {
                assertEquals("{\"items\":[]}", nothing.expect(200).text());
            }
            helper.person().get("/papers/" + own + "/versions/1").send().expectProblem(404, "notFound");
            assertEquals("rightMissing",
                    helper.open(own, "look").expectProblem(403, "helpRefused").json().getString("reason"));
            assertEquals("rightMissing", helper.send(Lendable.newId(), "file").expectProblem(403, "helpRefused").json()
                    .getString("reason"));
            assertEquals(2, holder.wallet().count("helperRefused"));
        }

        @Test
        void whatTheyAddedIsAPaperOnceTheHolderTookItIn() {
            var bytes = Wallet.randomBytes(1_200);
            var paper = Lendable.newId();
            helper.bring(paper, bytes).expect(201);
            assertEquals(200, helper.bring(paper, bytes).status(), "again is nothing new");
            helper.send(paper, "add").expect(201);
            var waiting = items(holder.person().get("/arrivals").send()).getFirst();
            assertEquals(paper, waiting.getString("arrival"));
            assertEquals(helper.person().username(), waiting.getString("by"));
            assertArrayEquals(bytes,
                    holder.person().get("/arrivals/" + paper + "/content").send().expect(200).body());
            holder.person().get("/papers/" + paper + "/versions/1").send().expect(404);
            accept(paper).expect(204);
            accept(paper).expect(204);
            assertArrayEquals(bytes,
                    holder.person().get("/papers/" + paper + "/versions/1").send().expect(200).body());
            assertEquals(0, items(holder.person().get("/arrivals").send()).size());
            assertEquals(1, items(helper.sent()).size(), "the helper still sees what they added");
            var log = holder.wallet().log().stream().map(one -> one.getString("event")).toList();
            assertTrue(log.stream().anyMatch(one -> one.contains("helperAdded")
                    && one.contains(helper.person().username()) && one.contains(helper.id())), log.toString());
        }

        @Test
        void whatIsRefusedIsGone() {
            var paper = helper.add();
            refuse(paper).expect(204);
            refuse(paper).expectProblem(404, "notFound");
            accept(paper).expectProblem(404, "notFound");
            holder.person().get("/arrivals/" + paper + "/content").send().expectProblem(404, "notFound");
        }

        @Test
        void nothingIsDoneAfterItWasTakenBack() {
            var paper = Lendable.newId();
            helper.bring(paper, Wallet.randomBytes(500)).expect(201);
            helper.end().expect(204);
            for (var refused : List.of(helper.send(paper, "add"), helper.bring(Lendable.newId(), Wallet.randomBytes(9)),
                    helper.sent(), helper.open(paper, "look"))) {
                assertEquals("mandateEnded", refused.expectProblem(403, "helpRefused").json().getString("reason"));
            }
            assertEquals("ended", items(helper.person().get("/helping").send()).getFirst().getString("state"));
            assertEquals(1, holder.wallet().count("mandateEnded"));
            helper.end().expect(204);
            assertEquals(1, holder.wallet().count("mandateEnded"), "taken back once");
        }

        /** Over at the second, whether or not the clock's round has come by; written down once, and only where it ran out. */
        @Test
        void timeEndsIt() throws InterruptedException {
            var passing = Helper.passing(holder, 3, Right.ADD);
            var taken = Helper.passing(holder, 3, Right.ADD);
            taken.end().expect(204);
            while (Instant.now().isBefore(passing.mandate().until())) {
                Thread.sleep(20);
            }
            assertEquals("mandateExpired",
                    passing.send(Lendable.newId(), "add").expectProblem(403, "helpRefused").json()
                            .getString("reason"));
            for (var tries = 0; holder.wallet().count("mandateExpired") == 0 && tries < 240; tries++) {
                Thread.sleep(250);
            }
            // Another one runs out later: the round that writes it down has seen the first again.
            var later = Helper.passing(holder, 2, Right.ADD);
            for (var tries = 0; expired(later) == 0 && tries < 240; tries++) {
                Thread.sleep(250);
            }
            assertEquals(List.of(1L, 1L, 0L), List.of(expired(passing), expired(later), expired(taken)));
            assertEquals("expired", items(passing.person().get("/helping").send()).getFirst().getString("state"));
        }

        private long expired(Helper one) {
            return holder.wallet().log().stream().map(line -> line.getString("event"))
                    .filter(event -> event.contains("\"type\":\"mandateExpired\"") && event.contains(one.id())).count();
        }

        @Test
        void mayGiveItBack() {
            helper.person().post("/helping/" + helper.id() + "/end").send().expect(204);
            helper.sent().expectProblem(403, "helpRefused");
        }
    }

    @Nested
    class RightsAreSeparate {
        @Test
        void readingTakesTheRightAndWhatWasLaidOut() {
            var paper = holder.wallet().paper();
            var other = holder.wallet().paper();
            var helper = Helper.of(holder, Right.READ);
            assertEquals("notShared",
                    helper.open(paper, "look").expectProblem(403, "helpRefused").json().getString("reason"));
            helper.layOut(holder, paper).expect(204);
            var opened = helper.open(paper, "look").expect(201).json().getString("content").substring("/api".length());
            assertEquals(2_000, helper.person().get(opened).send().expect(200).body().length);
            assertEquals("notShared",
                    helper.open(other, "look").expectProblem(403, "helpRefused").json().getString("reason"));
            assertEquals("rightMissing",
                    helper.open(paper, "print").expectProblem(403, "helpRefused").json().getString("reason"));
            assertEquals(1, holder.wallet().count("helperOpened"));
            helper.change(Right.ADD).expect(204);
            helper.person().get(opened).send().expectProblem(403, "helpRefused");
            assertFalse(items(helper.person().get("/helping").send()).getFirst().containsKey("shelf"),
                    "what was laid out under other rights is not served");
        }

        @Test
        void nothingOfSomebodyElseIsLaidOut() {
            var helper = Helper.of(holder, Right.READ);
            var theirs = Wallet.open().paper();
            same(422, helper.layOut(holder, theirs), helper.layOut(holder, Lendable.newId()));
        }
    }

    @Test
    void onlyTheHoldersOwnKeyGives() {
        var helper = Helper.of(holder, Right.ADD);
        var other = KeyedWallet.open();
        var key = P256.generate();
        var person = Person.holder();
        var theirs = Helper.written(holder, person, key, Set.of(Right.ADD), 1);
        for (var wrong : List.of(theirs.sign(other.unlocked().keys().signing()),
                Helper.written(other, person, key, Set.of(Right.ADD), 1).sign(other.unlocked().keys().signing()),
                Helper.written(holder, person, key, Set.of(Right.ADD), 2).sign(holder.unlocked().keys().signing()),
                Helper.written(holder, holder.person(), key, Set.of(Right.ADD), 1)
                        .sign(holder.unlocked().keys().signing()),
                helper.jws() + "x")) {
            helper.give(wrong).expectProblem(422, "badMandate");
        }
        helper.give(helper.jws()).expectProblem(409, "mandateExists");
        holder.person().put("/mandates/" + helper.id()).json("{\"jws\":\"" + helper.jws() + "\"}").send()
                .expectProblem(422, "badMandate");
    }

    /** Every other person, at every door of a mandate: as if it had never been. */
    @Test
    void isNotThereForAnybodyElse() {
        var helper = Helper.of(holder, Right.ADD);
        var paper = helper.add();
        var body = "{\"arrival\":\"" + Lendable.newId() + "\",\"act\":\"file\",\"jwe\":\"" + Helper.sealed()
                + "\",\"copy\":\"" + Helper.sealed() + "\"}";
        for (var stranger : List.of(Person.holder(), KeyedWallet.open().person(), Person.worker("a", "b"))) {
            sameAsMissing(stranger, "POST", "/mandates/%s/end", helper.id(), null);
            sameAsMissing(stranger, "PUT", "/mandates/%s", helper.id(), "{\"jws\":\"x\"}");
            sameAsMissing(stranger, "POST", "/helping/%s/end", helper.id(), null);
            sameAsMissing(stranger, "GET", "/helping/%s/arrivals", helper.id(), null);
            sameAsMissing(stranger, "POST", "/helping/%s/arrivals", helper.id(), body);
            sameAsMissing(stranger, "POST", "/helping/%s/openings", helper.id(),
                    "{\"paper\":\"" + paper + "\",\"version\":1,\"action\":\"look\"}");
            sameAsMissing(stranger, "GET", "/arrivals/%s/content", paper, null);
            sameAsMissing(stranger, "POST", "/arrivals/%s/accept", paper, "{\"tell\":false}");
            sameAsMissing(stranger, "POST", "/arrivals/%s/refuse", paper, "{\"tell\":false}");
            assertEquals("{\"items\":[]}", stranger.get("/helping").send().expect(200).text());
        }
        sameAsMissing(helper.person(), "POST", "/mandates/%s/end", helper.id(), null);
        sameAsMissing(helper.person(), "POST", "/arrivals/%s/accept", paper, "{\"tell\":false}");
        assertEquals(0, holder.wallet().count("helperRefused"), "strangers are not refused: there is nothing");
    }

    /** What the mask hides, the helper does not reach; what they add since, shows, and their mandate with it. */
    @Test
    void underAMaskAHelperReachesOnlyWhatItShows() {
        var shown = holder.wallet().paper();
        var hidden = holder.wallet().paper();
        var helper = Helper.of(holder, Right.ADD, Right.READ);
        helper.layOut(holder, shown, hidden).expect(204);
        var before = helper.add();
        var small = holder.masked(shown);
        assertEquals(0, items(small.person().get("/mandates").send()).size());
        assertFalse(items(helper.person().get("/helping").send()).getFirst().containsKey("shelf"));
        for (var paper : List.of(shown, hidden)) {
            assertEquals("notShared",
                    helper.open(paper, "look").expectProblem(403, "helpRefused").json().getString("reason"));
        }
        assertEquals(0, items(small.person().get("/arrivals").send()).size(), before);
        assertEquals(0, small.wallet().count("helperRefused"));
        var since = helper.add();
        assertEquals(List.of(since), items(small.person().get("/arrivals").send()).stream()
                .map(one -> one.getString("arrival")).toList());
        assertEquals(1, items(small.person().get("/mandates").send()).size());
        assertEquals(1, small.wallet().count("mandateGiven"), "as in a small wallet that had given it");
        assertEquals(1, small.wallet().count("helperAdded"));
    }

    private Answer accept(String arrival) {
        return holder.person().post("/arrivals/" + arrival + "/accept").json("{\"tell\":false}").send();
    }

    private Answer refuse(String arrival) {
        return holder.person().post("/arrivals/" + arrival + "/refuse").json("{\"tell\":false}").send();
    }

    private static List<JsonObject> items(Answer answer) {
        return answer.expect(200).json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private static void same(int status, Answer one, Answer other) {
        one.expect(status);
        assertEquals(other.expect(status).text(), one.text());
    }

    private static void sameAsMissing(Person stranger, String method, String path, String id, String json) {
        var theirs = ask(stranger, method, path.formatted(id), json).expectProblem(404, "notFound");
        var nothing = ask(stranger, method, path.formatted(Lendable.newId()), json).expect(404);
        assertArrayEquals(nothing.body(), theirs.body(), method + " " + path);
    }

    private static Answer ask(Person stranger, String method, String path, String json) {
        var call = stranger.call(method, path);
        return (json == null ? call : call.json(json)).send();
    }
}
