package brussels.passerelle.consent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import brussels.passerelle.consent.harness.Agency;
import brussels.passerelle.consent.harness.Answer;
import brussels.passerelle.consent.harness.Helper;
import brussels.passerelle.consent.harness.KeyedWallet;
import brussels.passerelle.consent.harness.Lendable;
import brussels.passerelle.consent.harness.Person;
import brussels.passerelle.consent.harness.ServerTest;
import brussels.passerelle.consent.harness.Wallet;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import com.nimbusds.jose.jwk.ECKey;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An agency puts something down at an address and learns nothing, whatever becomes of it. */
class DepositIT extends ServerTest {
    private final KeyedWallet holder = KeyedWallet.open();
    private final ECKey key = P256.generate();
    private final String address = register(holder.person(), key);
    private final Agency agency = Agency.published();
    private final Person worker = agency.worker();

    @Test
    void arrivesAndIsAccepted() {
        var bytes = Wallet.randomBytes(3_000);
        var paper = deposit(worker, bytes);
        var waiting = arrivals(holder).getFirst();
        assertEquals(agency.id(), waiting.getString("agency"));
        assertEquals(worker.username(), waiting.getString("by"));
        assertEquals(address, waiting.getString("address"));
        decide(paper, "accept", true).expect(204);
        assertArrayEquals(bytes,
                holder.person().get("/papers/" + paper + "/versions/1").send().expect(200).body());
        assertEquals("accepted", sent(worker, paper).getString("answer"));
        assertEquals(1, holder.wallet().count("depositArrived"));
    }

    /** Accepted, refused, ignored and kept out look the same unless the holder wants otherwise. */
    @Test
    void whatTheHolderDoesIsNotTold() {
        var accepted = deposit(worker, Wallet.randomBytes(500));
        var refused = deposit(worker, Wallet.randomBytes(500));
        var ignored = deposit(worker, Wallet.randomBytes(500));
        decide(accepted, "accept", false).expect(204);
        decide(refused, "refuse", false).expect(204);
        holder.person().put("/blocks/" + agency.id()).send().expect(204);
        var keptOut = deposit(worker, Wallet.randomBytes(500));
        assertEquals(List.of(ignored), arrivals(holder).stream().map(one -> one.getString("arrival")).toList());
        for (var one : List.of(accepted, refused, ignored, keptOut)) {
            assertFalse(sent(worker, one).containsKey("answer"));
        }
        assertEquals(4, holder.wallet().log().stream().map(one -> one.getString("event"))
                .filter(one -> one.contains("\"depositArrived\"") || one.contains("\"agencyBlocked\"")).count());
        holder.person().delete("/blocks/" + agency.id()).send().expect(204);
        deposit(worker, Wallet.randomBytes(500));
        assertEquals(2, arrivals(holder).size());
    }

    /** To the byte, for every step of a deposit. */
    @Test
    void anAgencyThatIsKeptOutGetsTheSameAnswers() {
        var other = KeyedWallet.open();
        var open = register(other.person(), P256.generate());
        holder.person().put("/blocks/" + agency.id()).send().expect(204);
        var bytes = Wallet.randomBytes(800);
        var id = Lendable.newId();
        same(201, bring(worker, address, id, bytes), bring(worker, open, Lendable.newId(), bytes));
        same(201, bring(worker, address, id, bytes), bring(worker, open, Lendable.newId(), bytes));
        same(201, send(worker, address, id), send(worker, open, Lendable.newId()));
        assertEquals(0, arrivals(holder).size());
    }

    @Test
    void anAddressIsFoundByWhoWasShownTheCard() {
        var code = holder.person().get("/addresses").send().expect(200).json().getJsonArray("items").getJsonObject(0)
                .getString("code");
        for (var name : List.of(code, address)) {
            var found = worker.get("/deposits/addresses/" + name).send().expect(200);
            assertEquals(key.getX().toString(), found.json().getJsonObject("key").getString("x"));
            assertFalse(found.text().contains(holder.person().account()));
        }
        worker.get("/deposits/addresses/0000000000000000").send().expectProblem(404, "notFound");
        same(404, send(worker, Lendable.newId(), Lendable.newId()), send(worker, Lendable.newId(), Lendable.newId()));
        for (var stranger : List.of(Person.holder(), agency.administrator(), holder.person(),
                Person.of(List.of("worker"), null, null))) {
            stranger.get("/deposits/addresses/" + code).send().expectProblem(404, "notFound");
            send(stranger, address, Lendable.newId()).expectProblem(404, "notFound");
            stranger.get("/deposits").send().expectProblem(404, "notFound");
        }
    }

    @Test
    void floodingStops() {
        for (var i = 0; i < 20; i++) {
            send(worker, address, Lendable.newId()).expect(201);
        }
        send(worker, address, Lendable.newId()).expectProblem(429, "tooMany");
        send(Agency.published().worker(), address, Lendable.newId()).expect(201);
    }

    /** What was put down before the mask does not show, what comes after does; and a block holds although it is hidden. */
    @Test
    void underAMask() {
        var before = deposit(worker, Wallet.randomBytes(500));
        var noisy = Agency.published();
        holder.person().put("/blocks/" + noisy.id()).send().expect(204);
        var small = holder.masked();
        assertEquals(0, arrivals(small).size());
        assertEquals("{\"items\":[]}", small.person().get("/blocks").send().expect(200).text());
        assertEquals(0, small.wallet().count("depositArrived"));
        same(404, small.person().get("/arrivals/" + before + "/content").send(),
                small.person().get("/arrivals/" + Lendable.newId() + "/content").send());
        var since = deposit(worker, Wallet.randomBytes(600));
        deposit(noisy.worker(), Wallet.randomBytes(600));
        assertEquals(List.of(since), arrivals(small).stream().map(one -> one.getString("arrival")).toList());
        assertEquals(1, small.wallet().count("depositArrived"));
        assertEquals(address, small.person().get("/addresses").send().json().getJsonArray("items").getJsonObject(0)
                .getString("address"));
    }

    @Test
    void anAddressBelongsToWhoMadeIt() {
        var json = body(address, key);
        holder.person().put("/addresses").json(json).send().expect(204);
        KeyedWallet.open().person().put("/addresses").json(json).send().expectProblem(409, "versionExists");
    }

    private static String register(Person person, ECKey key) {
        var id = Lendable.newId();
        person.put("/addresses").json(body(id, key)).send().expect(204);
        return id;
    }

    private static String body(String address, ECKey key) {
        return Json.write(Json.object("address", address, "key", P256.publicJwk(key)));
    }

    private String deposit(Person by, byte[] bytes) {
        var paper = Lendable.newId();
        bring(by, address, paper, bytes).expect(201);
        send(by, address, paper).expect(201);
        return paper;
    }

    private static Answer bring(Person by, String to, String paper, byte[] bytes) {
        return by.put("/deposits/" + to + "/arrivals/" + paper + "/content").bytes(bytes)
                .header("Content-Digest", Wallet.digest(bytes)).send();
    }

    private static Answer send(Person by, String to, String paper) {
        return by.post("/deposits/" + to)
                .json(Json.write(Json.object("arrival", paper, "jwe", Helper.sealed()))).send();
    }

    private Answer decide(String arrival, String how, boolean tell) {
        return holder.person().post("/arrivals/" + arrival + "/" + how).json("{\"tell\":" + tell + "}").send();
    }

    private static List<JsonObject> arrivals(KeyedWallet wallet) {
        return wallet.person().get("/arrivals").send().expect(200).json().getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private static JsonObject sent(Person worker, String deposit) {
        return worker.get("/deposits").send().expect(200).json().getJsonArray("items").getValuesAs(JsonObject.class)
                .stream().filter(one -> one.getString("deposit").equals(deposit)).findFirst().orElseThrow();
    }

    private static void same(int status, Answer one, Answer other) {
        one.expect(status);
        assertEquals(other.expect(status).text(), one.text());
        assertEquals(other.headers().map().keySet(), one.headers().map().keySet());
    }
}
