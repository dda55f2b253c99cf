package brussels.passerelle.consent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brussels.passerelle.consent.harness.Agency;
import brussels.passerelle.consent.harness.Answer;
import brussels.passerelle.consent.harness.Call;
import brussels.passerelle.consent.harness.Cards;
import brussels.passerelle.consent.harness.Person;
import brussels.passerelle.consent.harness.ServerTest;
import brussels.passerelle.consent.harness.Slip;
import brussels.passerelle.consent.harness.Surroundings;
import brussels.passerelle.consent.harness.Wallet;
import brussels.passerelle.database.Role;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Sealed;
import brussels.passerelle.protocol.jose.SealedType;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two cards and a wait give back a wallet; one card, an early try, a veto or somebody else's card give nothing. */
class RecoveryIT extends ServerTest {
    private final Agency first = Agency.published();
    private final Agency second = Agency.published();
    private final Person holder = Person.holder();

    @ParameterizedTest
    @CsvSource({"1, 2", "1, 3", "2, 3", "3, 1"})
    void everyTwoCardsOpen(int one, int other) {
        var cards = kit(0);
        var slip = Slip.fresh().started(holder.username());
        stage(slip, "started");
        slip.open().expectProblem(409, "recoveryWaits");
        show(slip, cards, one).expect(204);
        stage(slip, "oneCard");
        slip.open().expectProblem(409, "recoveryWaits");
        show(slip, cards, other).expect(204);
        stage(slip, "ready");
        var given = slip.open().expect(200).json();
        assertEquals(cards.share(), given.getString("share"));
        assertEquals(holder.account(), given.getString("account"));
        assertEquals(Set.of(one, other), given.getJsonArray("sealed").getValuesAs(JsonObject.class).stream()
                .map(card -> card.getInt("card")).collect(Collectors.toSet()));
        stage(slip, "opened");
        assertEquals(given, slip.open().expect(200).json(), "a lost answer can be asked for again");
        assertEquals(2, wallet().count("recoveryCard"));
        assertEquals(1, wallet().count("recoveryOpened"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 14, 30})
    void nothingIsGivenBeforeTheWaitIsOver(int days) {
        var cards = kit(days);
        var slip = complete(cards);
        var told = stage(slip, "waiting");
        assertEquals(days, told.getInt("days"));
        slip.open().expectProblem(409, "recoveryWaits");
        passed(slip, Duration.ofDays(days).minusSeconds(5));
        slip.open().expectProblem(409, "recoveryWaits");
        passed(slip, Duration.ofSeconds(6));
        assertEquals(cards.share(), slip.open().expect(200).json().getString("share"));
    }

    @Test
    void anotherKitChangesNothingForARunningWait() {
        var cards = kit(30);
        var slip = complete(cards);
        var quick = kit(0);
        stage(slip, "stopped");
        slip.open().expectProblem(409, "recoveryOver");
        passed(slip, Duration.ofDays(31));
        slip.open().expectProblem(409, "recoveryOver");
        show(slip, quick, 1).expectProblem(409, "recoveryOver");
        var again = Slip.fresh().started(holder.username());
        show(again, cards, 1).expectProblem(422, "cardRefused");
        counter(again, first.worker(), cards.shown(2, null), "cards").expectProblem(404, "notFound");
        show(again, quick, 1).expect(204);
    }

    @Test
    void aRevokedKitOpensNothing() {
        var cards = kit(0);
        var slip = complete(cards);
        holder.delete("/kit").send().expect(204);
        holder.get("/kit").send().expectProblem(404, "notFound");
        slip.open().expectProblem(409, "recoveryOver");
        var again = Slip.fresh().started(holder.username());
        show(again, cards, 1).expectProblem(422, "cardRefused");
        holder.delete("/kit").send().expect(204);
        assertEquals(1, wallet().count("kitRevoked"));
    }

    @Test
    void aVetoStopsAtEveryStage() {
        var cards = kit(7);
        for (var shown = 0; shown < 4; shown++) {
            var slip = Slip.fresh().started(holder.username());
            for (var card = 1; card <= Math.min(shown, 2); card++) {
                show(slip, cards, card).expect(204);
            }
            if (shown == 3) {
                passed(slip, Duration.ofDays(8));
                slip.open().expect(200);
            }
            var mine = known().getFirst();
            assertEquals(slip.name(), mine.getString("recovery"));
            assertEquals(Math.min(shown, 2), mine.getJsonArray("cards").size());
            veto(holder, slip).expect(204);
            stage(slip, "stopped");
            slip.open().expectProblem(409, "recoveryOver");
            show(slip, cards, 3).expectProblem(409, "recoveryOver");
            veto(holder, slip).expectProblem(409, "recoveryOver");
            passed(slip, Duration.ofDays(30));
            slip.open().expectProblem(409, "recoveryOver");
        }
        assertEquals(4, wallet().count("recoveryStopped"));
    }

    @Test
    void theHolderIsToldWhoShowedCardsAndSaysSoOnce() {
        var cards = kit(0);
        var slip = complete(cards);
        slip.open().expect(200);
        var told = known().getFirst();
        assertEquals("opened", told.getString("stage"));
        assertEquals(first.id(), told.getJsonArray("cards").getJsonObject(1).getString("agency"));
        assertEquals(cards.kit(), told.getString("kit"));
        holder.post("/recoveries/" + slip.name() + "/noted").send().expect(204);
        assertEquals(List.of(), known());
    }

    @Test
    void onlyTheHolderIsToldAndOnlyTheHolderStops() {
        var slip = complete(kit(7));
        for (var stranger : List.of(Person.holder(), first.worker(), first.administrator())) {
            assertEquals("{\"items\":[]}", stranger.get("/recoveries").send().expect(200).text());
            sameAsMissing(veto(stranger, slip), veto(stranger, Slip.fresh()));
        }
        stage(slip, "waiting");
    }

    @Test
    void oneOrganisationTwiceIsOneCard() {
        var cards = kit(0);
        var slip = Slip.fresh().started(holder.username());
        for (var worker : List.of(first.worker(), first.worker())) {
            counter(slip, worker, cards.shown(2, null), "cards").expect(204);
            stage(slip, "oneCard");
        }
        counter(slip, first.worker(), cards.shown(3, null), "cards").expectProblem(404, "notFound");
        counter(slip, first.worker(), cards.shown(1, null), "cards").expectProblem(404, "notFound");
        assertEquals(1, wallet().count("recoveryCard"));
    }

    @Test
    void aCounterIsThereForTheOrganisationThatKeepsTheCard() {
        var cards = kit(0);
        var slip = Slip.fresh().started(holder.username());
        var other = Agency.published();
        for (var stranger : List.of(other.worker(), second.worker(), first.administrator(), holder,
                Person.of(List.of("worker"), null, null))) {
            for (var act : List.of("look", "cards")) {
                var json = act.equals("look") ? cards.look(2) : cards.shown(2, null);
                sameAsMissing(counter(slip, stranger, json, act), counter(Slip.fresh(), stranger, json, act));
            }
        }
        var keys = counter(slip, first.worker(), cards.look(2), "look").expect(200).json();
        assertEquals(slip.encryption().getX().toString(), keys.getJsonObject("encryption").getString("x"));
        stage(slip, "started");
    }

    @Test
    void aWrongCardIsRefusedAndChangesNothing() {
        var cards = kit(0);
        var slip = Slip.fresh().started(holder.username());
        slip.show(cards, 1, Cards.text()).expectProblem(422, "cardRefused");
        slip.show(cards, 1, cards.proofs().get(1)).expectProblem(422, "cardRefused");
        slip.show(cards, 2).expectProblem(422, "cardRefused");
        slip.show(Cards.of(0, first, second), 1).expectProblem(422, "cardRefused");
        counter(slip, first.worker(), cards.shown(2, Cards.text()), "cards").expectProblem(422, "cardRefused");
        counter(slip, first.worker(), cards.shown(2, cards.proofs().getFirst()), "cards").expectProblem(422,
                "cardRefused");
        var other = Sealed.to(SealedType.FUNCTION_KEY, new byte[9], P256.generate());
        counter(slip, first.worker(), cards.shown(2, null).replaceFirst("\"sealed\":\"[^\"]*", "\"sealed\":\"" + other),
                "cards").expectProblem(422, "badSealedKey");
        stage(slip, "started");
        assertEquals(0, wallet().count("recoveryCard"));
    }

    /** Names that are nobody's, and names without a kit, answer like any other until a true card is shown. */
    @Test
    void whetherANameExistsIsNotTold() {
        var cards = kit(0);
        var without = Person.holder();
        without.get("/kit").send().expectProblem(404, "notFound");
        var true1 = Slip.fresh().started(holder.username());
        for (var name : List.of("nobody-000-000", without.username())) {
            var slip = Slip.fresh();
            var started = slip.start(name).expect(201);
            assertEquals(slip.name(), started.json().getString("recovery"));
            assertEquals(neutral(true1.state(), true1), neutral(slip.state(), slip));
            assertArrayEquals(true1.open().expect(409).body(), slip.open().expect(409).body());
            assertArrayEquals(true1.show(cards, 1, Cards.text()).expect(422).body(),
                    slip.show(cards, 1).expect(422).body());
            assertArrayEquals(counter(true1, second.worker(), cards.look(2), "look").expect(404).body(),
                    counter(slip, second.worker(), cards.look(2), "look").expect(404).body());
        }
    }

    @Test
    void onlyTheSlipSpeaksForARecovery() {
        var slip = complete(kit(0));
        var now = Instant.now();
        var other = Slip.fresh();
        for (var jws : List.of(Slip.jws(slip.name(), P256.generate(), now, Map.of()),
                Slip.jws(slip.name(), slip.encryption(), now, Map.of()),
                Slip.jws(other.name(), slip.signing(), now, Map.of()),
                Slip.jws(slip.name(), slip.signing(), now.minusSeconds(400), Map.of()),
                Slip.jws(slip.name(), slip.signing(), now.plusSeconds(400), Map.of()),
                Slip.jws(slip.name(), slip.signing(), now, Map.of("more", 1)), "x", "")) {
            slip.send("state", jws).expectProblem(404, "notFound");
            slip.send("opening", jws).expectProblem(404, "notFound");
        }
        other.send("opening", Slip.jws(other.name(), other.signing(), now, Map.of())).expectProblem(404, "notFound");
        slip.open().expect(200);
    }

    @Test
    void aCardShownAgainIsTheSameCard() {
        var cards = kit(7);
        var slip = Slip.fresh().started(holder.username());
        var jws = Slip.jws(slip.name(), slip.signing(), Instant.now(), Map.of("kit", cards.kit(), "card", 1, "proof",
                cards.proofs().getFirst(), "sealed", Cards.sealed()));
        slip.send("cards", jws).expect(204);
        slip.send("cards", jws).expect(204);
        stage(slip, "oneCard");
        slip.started(holder.username());
        slip.started("nobody-000-000");
        stage(slip, "oneCard");
        show(slip, cards, 3).expect(204);
        var opens = stage(slip, "waiting").getString("opensAt");
        show(slip, cards, 2).expect(204);
        show(slip, cards, 3).expect(204);
        assertEquals(opens, stage(slip, "waiting").getString("opensAt"), "a third card does not begin the wait anew");
    }

    @Test
    void theServersShareComesOutByNoOtherDoor() {
        var cards = kit(0);
        var slip = complete(cards);
        for (var answer : List.of(holder.get("/kit").send(), holder.get("/recoveries").send(), slip.state(),
                counter(slip, second.worker(), cards.look(3), "look"), holder.get("/keyset").send())) {
            assertFalse(answer.text().contains(cards.share()), answer.text());
        }
        assertTrue(slip.open().text().contains(cards.share()));
    }

    @Test
    void aKitIsForItsHolderAndWellFormed() {
        var cards = kit(14);
        var shown = holder.get("/kit").send().expect(200).json();
        assertEquals(14, shown.getInt("days"));
        assertEquals(cards.kit(), shown.getString("kit"));
        Person.holder().get("/kit").send().expectProblem(404, "notFound");
        holder.put("/kit").json(cards.json().replace("\"days\":14", "\"days\":2")).send().expectProblem(400,
                "badInput");
        holder.put("/kit").json(Cards.of(0, first, first).json()).send().expectProblem(400, "badInput");
        assertEquals(1, wallet().count("kitMade"));
    }

    /** After a while it begins anew: what was shown long ago opens nothing. */
    @Test
    void whatIsNotFinishedExpires() {
        var cards = kit(0);
        var slip = complete(cards);
        passed(slip, Duration.ofDays(32));
        stage(slip, "expired");
        slip.open().expectProblem(409, "recoveryOver");
    }

    @Test
    void tryingIsLimited() throws SQLException {
        try {
            var answer = Call.byNobody("POST", "/recoveries").json("{}").send();
            for (var round = 0; round < 500 && answer.status() != 429; round++) {
                answer = Call.byNobody("POST", "/recoveries").json("{}").send();
            }
            answer.expectProblem(429, "tooMany");
            Slip.fresh().start(holder.username()).expectProblem(429, "tooMany");
        } finally {
            change("delete from edge_count");
        }
    }

    private Cards kit(int days) {
        var cards = Cards.of(days, first, second);
        holder.put("/kit").json(cards.json()).send().expect(204);
        return cards;
    }

    /** With the holder's card and the first organisation's. */
    private Slip complete(Cards cards) {
        var slip = Slip.fresh().started(holder.username());
        show(slip, cards, 1).expect(204);
        show(slip, cards, 2).expect(204);
        return slip;
    }

    private Answer show(Slip slip, Cards cards, int card) {
        return switch (card) {
            case 1 -> slip.show(cards, 1);
            case 2 -> counter(slip, first.worker(), cards.shown(2, null), "cards");
            default -> counter(slip, second.worker(), cards.shown(3, null), "cards");
        };
    }

    private static Answer counter(Slip slip, Person worker, String json, String act) {
        return worker.post("/counter/recoveries/" + slip.name() + "/" + act).json(json).send();
    }

    private static Answer veto(Person person, Slip slip) {
        return person.post("/recoveries/" + slip.name() + "/veto").send();
    }

    private static JsonObject stage(Slip slip, String stage) {
        var told = slip.state().expect(200).json();
        assertEquals(stage, told.getString("stage"));
        return told;
    }

    private List<JsonObject> known() {
        return holder.get("/recoveries").send().expect(200).json().getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private Wallet wallet() {
        return new Wallet(holder);
    }

    private static String neutral(Answer answer, Slip slip) {
        return answer.expect(200).text().replace(slip.name(), "-").replaceAll("[0-9]{4}-[^\"]*Z", "-");
    }

    private static void sameAsMissing(Answer theirs, Answer nothing) {
        theirs.expectProblem(404, "notFound");
        assertArrayEquals(nothing.expect(404).body(), theirs.body());
        assertEquals(nothing.headers().map().keySet(), theirs.headers().map().keySet());
    }

    /** As if so much time had gone by since the second card. */
    private static void passed(Slip slip, Duration time) {
        try (var connection = Surroundings.database().connect(Role.APP);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('passerelle.recovery', '" + slip.name() + "', true)");
            statement.execute("update recovery set complete = complete - interval '" + time.toSeconds() + " seconds'");
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void change(String sql) throws SQLException {
        try (var connection = Surroundings.database().connect(Role.OWNER);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
