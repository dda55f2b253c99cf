package brussels.passerelle.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brussels.passerelle.consent.harness.Agency;
import brussels.passerelle.consent.harness.Person;
import brussels.passerelle.consent.harness.ServerTest;
import brussels.passerelle.consent.harness.Surroundings;
import brussels.passerelle.consent.harness.Wallet;
import brussels.passerelle.protocol.agency.RootKey;
import brussels.passerelle.protocol.derive.SlotSecrets;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Sealed;
import brussels.passerelle.protocol.jose.SealedType;
import brussels.passerelle.protocol.jose.Secret;
import brussels.passerelle.protocol.keyset.AccountCard;
import brussels.passerelle.protocol.keyset.Keyset;
import brussels.passerelle.protocol.keyset.NewSlot;
import brussels.passerelle.protocol.keyset.Unlocked;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Key sets, manifests and the keys of agencies: kept as they came, or refused. */
class KeysIT extends ServerTest {
    private final Person person = Person.holder();

    @Nested
    class AKeyset {
        @Test
        void isMadeOnceAndComesBack() {
            var keyset = Wallet.keyset(person.account());
            person.get("/keyset").send().expectProblem(404, "notFound");
            person.put("/keyset").json(keyset).send().expectProblem(428, "preconditionRequired");
            var made = create(keyset);
            assertEquals("\"1\"", made.expect(201).header("ETag"));
            create(keyset).expectProblem(412, "preconditionFailed");
            var back = person.get("/keyset").send().expect(200);
            assertEquals(keyset, back.text());
            assertEquals("\"1\"", back.header("ETag"));
            assertEquals(1, new Wallet(person).count("accountOpened"));
        }

        @Test
        void changesOnlyFromWhatItWas() {
            var keyset = Wallet.keyset(person.account());
            create(keyset).expect(201);
            replace("\"2\"", keyset).expectProblem(412, "preconditionFailed");
            assertEquals("\"2\"", replace("\"1\"", keyset).expect(200).header("ETag"));
            assertEquals(1, new Wallet(person).log().size(), "nothing came and nothing went");
        }

        /** T2: whoever holds the session but not the key cannot put another key in its place. */
        @Test
        void keepsItsSigningKey() {
            create(Wallet.keyset(person.account())).expect(201);
            replace("\"1\"", Wallet.keyset(person.account())).expectProblem(422, "badKeyset");
        }

        @Test
        void isRefusedWhenItIsNotMineOrNotWhole() {
            var mine = Wallet.keyset(person.account());
            var other = Wallet.keyset(person.account());
            create(Wallet.keyset("somebody-else")).expectProblem(422, "badKeyset");
            create(mine.replace("\"wrapped\":[", "\"wrapped\":[],\"more\":[")).expectProblem(422, "badKeyset");
            create("{}").expectProblem(422, "badKeyset");
            create(mixed(mine, other)).expectProblem(422, "badKeyset");
            person.get("/keyset").send().expectProblem(404, "notFound");
        }

        private static String mixed(String one, String other) {
            try {
                var a = Keyset.parse(one.getBytes(StandardCharsets.UTF_8));
                var b = Keyset.parse(other.getBytes(StandardCharsets.UTF_8));
                return new String(new Keyset(a.card(), b.slots(), b.wrapped(), b.view()).json(),
                        StandardCharsets.UTF_8);
            } catch (brussels.passerelle.protocol.Damaged impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        private brussels.passerelle.consent.harness.Answer create(String keyset) {
            return person.put("/keyset").header("If-None-Match", "*").json(keyset).send();
        }

        private brussels.passerelle.consent.harness.Answer replace(String version, String keyset) {
            return person.put("/keyset").header("If-Match", version).json(keyset).send();
        }
    }

    /** What can open the wallet: told as it comes and goes, with its last use. */
    @Nested
    class ASlot {
        private final Secret wrapKey = Secret.random(32);
        private final Keyset first = Unlocked.create(person.account(), wrapKey, Instant.now()).keyset();

        @Test
        void isToldWhenItComesAndGoes() throws Exception {
            put("If-None-Match", "*", first).expect(201);
            var secrets = SlotSecrets.of(Secret.random(32));
            var grown = new NewSlot("recovery", secrets).addTo(first, person.account(), wrapKey,
                    Instant.now());
            put("If-Match", "\"1\"", grown).expect(200);
            assertEquals(List.of("recovery " + P256.thumbprint(secrets.door())), doors());
            put("If-Match", "\"2\"", first).expectProblem(422, "badKeyset");
            var items = person.get("/slots").send().expect(200).json().getJsonArray("items");
            assertEquals("recovery", items.getJsonObject(1).getString("kind"));
            assertFalse(items.getJsonObject(1).containsKey("usedAt"));
            var slot = items.getJsonObject(1).getString("slot");
            person.post("/slots/" + slot + "/uses").send().expect(204);
            person.post("/slots/" + Secret.randomId() + "/uses").send().expectProblem(404, "notFound");
            assertTrue(person.get("/slots").send().json().getJsonArray("items").getJsonObject(1).containsKey("usedAt"));
            var wallet = new Wallet(person);
            assertEquals(1, wallet.count("slotAdded"));
            assertTrue(wallet.log().getFirst().getString("event").contains("\"kind\":\"recovery\""));
        }

        private List<String> doors() {
            return Surroundings.world().provider().doors(person.account()).stream()
                    .map(String::valueOf)
                    .map(door -> door.split("\\|")[1] + " " + door.split("\\|")[0]).toList();
        }

        private brussels.passerelle.consent.harness.Answer put(String header, String value, Keyset keyset) {
            return person.put("/keyset").header(header, value)
                    .json(new String(keyset.json(), StandardCharsets.UTF_8)).send();
        }
    }

    @Nested
    class AManifest {
        private final String one = sealed("one");
        private final String two = sealed("two");

        private final String view = view();

        private String view() {
            var keyset = Wallet.keyset(person.account());
            person.put("/keyset").header("If-None-Match", "*").json(keyset).send().expect(201);
            return person.get("/keyset").send().json().getJsonObject("view").getString("view");
        }

        private String tag(int version) {
            return "\"" + view + "." + version + "\"";
        }

        @Test
        void goesForwardOneByOne() {
            person.get("/manifest").send().expectProblem(404, "notFound");
            assertEquals(tag(1), put("If-None-Match", "*", "1", one).expect(201).header("ETag"));
            put("If-Match", tag(1), "2", two).expect(200);
            var back = person.get("/manifest").send().expect(200);
            assertEquals(two, back.text());
            assertEquals(tag(2), back.header("ETag"));
            assertEquals("application/jose", back.header("Content-Type").split(";", 2)[0]);
        }

        @Test
        void loosesNoChange() {
            put("If-None-Match", "*", "1", one).expect(201);
            put("If-None-Match", "*", "1", two).expectProblem(412, "preconditionFailed");
            put("If-Match", tag(1), "2", two).expect(200);
            put("If-Match", tag(1), "2", one).expectProblem(412, "preconditionFailed");
            put("If-Match", tag(2), "7", one).expectProblem(400, "badInput");
            put("If-Match", "\"2\"", "3", one).expectProblem(400, "badInput");
            put("If-Match", "\"" + Secret.randomId() + ".2\"", "3", one).expectProblem(412, "preconditionFailed");
            assertEquals(two, person.get("/manifest").send().text());
        }

        @Test
        void isOfAKeyset() {
            Person.holder().put("/manifest").header("If-None-Match", "*").header("Manifest-Version", "1").jose(one)
                    .send().expectProblem(412, "preconditionFailed");
        }

        @Test
        void isSealed() {
            for (var text : List.of("", "a.b.c.d.e", "{\"papers\":[]}", one + "x",
                    Sealed.direct(SealedType.KEYS, new byte[3], Secret.random(32)))) {
                put("If-None-Match", "*", "1", text).expectProblem(422, "badSealedKey");
            }
        }

        private brussels.passerelle.consent.harness.Answer put(String header, String value, String version,
                String text) {
            return person.put("/manifest").header(header, value).header("Manifest-Version", version).jose(text).send();
        }

        private static String sealed(String text) {
            return Sealed.direct(SealedType.MANIFEST, text.getBytes(StandardCharsets.UTF_8), Secret.random(32));
        }
    }

    @Nested
    class AnAgency {
        private final Agency agency = Agency.published();
        private final Person admin = agency.administrator();
        private final Person worker = agency.worker();

        @Test
        void handsItsKeysToItsMembers() throws Exception {
            var keyset = Wallet.keyset(worker.account());
            worker.put("/keyset").header("If-None-Match", "*").json(keyset).send().expect(201);
            var member = members().getJsonObject(0);
            assertEquals(worker.account(), member.getString("account"));
            assertEquals(Agency.FUNCTION, member.getString("team"));
            var card = AccountCard.verify(member.getString("card"));
            var jwe = agency.handed(worker.account(), card.encryption());
            hand(worker.account(), jwe).expect(204);
            hand(worker.account(), jwe).expect(204);
            var keys = worker.get("/desk/keys").send().expect(200).json().getJsonArray("items");
            assertEquals(1, keys.size());
            assertEquals(jwe, keys.getJsonObject(0).getString("jwe"));
            assertEquals(Agency.FUNCTION, members().getJsonObject(0).getJsonArray("functions").getString(0));
            assertEquals(0, agency.worker().get("/desk/keys").send().expect(200).json().getJsonArray("items").size());
            worker.with("organisation", "elsewhere").get("/desk/keys").send().expect(200);
        }

        @Test
        void handsNothingToAStranger() {
            var jwe = agency.handed("x", agency.encryption());
            hand(Wallet.open().holder().account(), jwe).expectProblem(404, "notFound");
            hand(worker.account(), "a.b.c.d.e").expectProblem(422, "badSealedKey");
        }

        @Test
        void keepsItsRootWithEachAdministrator() {
            var path = "/agencies/" + agency.id() + "/root-key";
            admin.get(path).send().expectProblem(404, "notFound");
            var sealed = new RootKey(agency.id(), agency.root()).seal(agency.encryption());
            admin.put(path).jose(sealed).send().expect(204);
            assertEquals(sealed, admin.get(path).send().expect(200).text());
            agency.administrator().get(path).send().expectProblem(404, "notFound");
            admin.put(path).jose("x").send().expectProblem(422, "badSealedKey");
        }

        private jakarta.json.JsonArray members() {
            return admin.get("/agencies/" + agency.id() + "/members").send().expect(200).json().getJsonArray("items");
        }

        private brussels.passerelle.consent.harness.Answer hand(String account, String jwe) {
            return admin.put("/agencies/" + agency.id() + "/members/" + account + "/keys")
                    .json("{\"function\":\"accueil\",\"items\":[{\"use\":\"enc\",\"jwe\":\"" + jwe + "\"}]}").send();
        }
    }
}
