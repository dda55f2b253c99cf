package brussels.passerelle.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brussels.passerelle.consent.harness.Agency;
import brussels.passerelle.consent.harness.Answer;
import brussels.passerelle.consent.harness.Call;
import brussels.passerelle.consent.harness.Cards;
import brussels.passerelle.consent.harness.Desk;
import brussels.passerelle.consent.harness.Helper;
import brussels.passerelle.consent.harness.KeyedWallet;
import brussels.passerelle.consent.harness.Lendable;
import brussels.passerelle.consent.harness.Person;
import brussels.passerelle.consent.harness.Provider;
import brussels.passerelle.consent.harness.ServerTest;
import brussels.passerelle.consent.harness.Slip;
import brussels.passerelle.consent.harness.Surroundings;
import brussels.passerelle.consent.harness.Wallet;
import brussels.passerelle.database.Role;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Signed;
import brussels.passerelle.protocol.jose.SignedType;
import brussels.passerelle.protocol.log.Leaf;
import brussels.passerelle.protocol.log.Proofs;
import brussels.passerelle.protocol.mandate.Right;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is erased is nowhere any more; what a mask hid comes back with the hour, and nobody can tell before. */
class EraseIT extends ServerTest {
    private static final String FORGOTTEN = """
            select c.table_name from information_schema.columns c
            join information_schema.tables b using (table_schema, table_name)
            where c.table_schema = 'public' and c.column_name = 'account' and b.table_type = 'BASE TABLE'
            and c.table_name not in ('handed_key', 'root_key')
            and (position(quote_literal(c.table_name) in pg_get_functiondef('erase_account'::regproc)) = 0
              or not exists (select 1 from pg_policies p where p.tablename = c.table_name
                and p.policyname = 'erasing'))""";
    private final Agency agency = Agency.published();
    private final KeyedWallet whole = KeyedWallet.open();
    private final Provider provider = Surroundings.world().provider();

    @Test
    void nothingOfTheAccountIsLeftInAnyTable() throws Exception {
        var paper = whole.wallet().paper();
        var loan = whole.wallet().lend(agency, paper);
        var worker = agency.worker();
        new Desk(worker).open(loan, paper).expect(201);
        var cards = Cards.of(0, agency, Agency.published());
        whole.person().put("/kit").json(cards.json()).send().expect(204);
        var slip = Slip.fresh().started(whole.person().username());
        slip.show(cards, 1).expect(204);
        var helper = Helper.of(whole, Right.ADD, Right.READ);
        helper.layOut(whole, paper);
        var brought = Lendable.newId();
        helper.bring(brought, Wallet.randomBytes(3_000)).expect(201);
        helper.send(brought, "add").expect(201);
        var files = files();
        var account = whole.person().account();
        var tables = tablesWith(account);
        assertTrue(tables.containsAll(Set.of("paper", "loan", "opening", "log_event", "keyset", "view", "slot", "kit",
                "recovery", "mandate", "arrival")), tables.toString());

        erase(whole.person(), wish(whole, Instant.now())).expect(200);
        assertEquals(Set.of("closed_session"), tablesWith(account));
        assertEquals(Set.of(), tablesWith(whole.person().username()));
        assertEquals(Set.of(), tablesWith(paper), "not even an id");
        assertEquals(Set.of(), tablesWith(brought));
        assertTrue(files() < files, "the bytes are gone");
        assertEquals(List.of("DELETE"), provider.acts(account).subList(provider.acts(account).size() - 1,
                provider.acts(account).size()));
        assertEquals("{\"items\":[]}", worker.get("/desk/loans").send().expect(200).text());
        slip.state().expectProblem(404, "notFound");
        whole.person().get("/me").send().expectProblem(401, "sessionClosed");
        whole.person().get("/keyset").send().expectProblem(401, "sessionClosed");
    }

    /** A table that is added later must be erased, too. Keys of an organisation's staff are the organisation's. */
    @Test
    void everyTableWithAnAccountIsErased() throws SQLException {
        try (var connection = Surroundings.database().connect(Role.OWNER);
                var rows = connection.createStatement().executeQuery(FORGOTTEN)) {
            var forgotten = new TreeSet<String>();
            while (rows.next()) {
                forgotten.add(rows.getString(1));
            }
            assertEquals(Set.of(), forgotten);
        }
    }

    @Test
    void onlyTheAccountsOwnKeyErasesAndOnlyNow() {
        var mine = whole.unlocked().keys().signing();
        var account = whole.person().account();
        var now = Instant.now();
        for (var jws : List.of(wish(account, P256.generate(), now), wish("somebody-else", mine, now),
                wish(account, mine, now.minusSeconds(400)), wish(account, mine, now.plusSeconds(400)), "x")) {
            erase(whole.person(), jws).expectProblem(422, "badKeyset");
        }
        erase(Person.holder(), wish(account, mine, now)).expectProblem(404, "notFound");
        erase(agency.worker(), wish(account, mine, now)).expectProblem(404, "notFound");
        whole.person().post("/erasure").json("{}").send().expectProblem(400, "badInput");
        Call.byNobody("POST", "/erasure").json("{}").send().expectProblem(401, "sessionEnded");
        whole.person().get("/keyset").send().expect(200);
    }

    @Test
    void whenTheProviderDoesNotAnswerNothingIsErased() {
        var paper = whole.wallet().paper();
        var jws = wish(whole, Instant.now());
        provider.down(true);
        try {
            erase(whole.person(), jws).expectProblem(503, "signInUnavailable");
        } finally {
            provider.down(false);
        }
        whole.person().get("/papers/" + paper + "/versions/1").send().expect(200);
        erase(whole.person(), jws).expect(200);
    }

    @Test
    void theLogSaysItToWhoeverHasTheReceipt() throws Exception {
        var receipt = erase(whole.person(), wish(whole, Instant.now())).expect(200).json().getString("receipt");
        var found = erasure(receipt).json();
        for (var tries = 0; !found.containsKey("index") && tries < 60; tries++) {
            Thread.sleep(250);
            found = erasure(receipt).json();
        }
        var event = found.getString("event");
        assertTrue(event.contains("\"type\":\"erased\"") && event.contains(receipt), event);
        assertTrue(!event.contains(whole.person().account()));
        var checkpoint = Call.byNobody("GET", "/log/checkpoint").send().expect(200).text().split("\n", -1);
        var size = Long.parseLong(checkpoint[1]);
        var index = found.getJsonNumber("index").longValue();
        var hashes = Call.byNobody("GET", "/log/proofs/inclusion?index=" + index + "&size=" + size).send().expect(200)
                .json().getJsonArray("hashes").getValuesAs(jakarta.json.JsonString.class).stream()
                .map(one -> java.util.Base64.getDecoder().decode(one.getString())).toList();
        Proofs.inclusion(Leaf.open(event).hash(), index, size, hashes,
                java.util.Base64.getDecoder().decode(checkpoint[2]));
        erasure(receipt.substring(1) + "A").expectProblem(404, "notFound");
    }

    @Test
    void theNameStaysTaken() throws SQLException {
        Surroundings.forgetCounts();
        var name = "gone-" + whole.person().username().substring(7, 10).replaceAll("[^0-9]", "1") + "-100";
        var person = whole.person().with("preferred_username", name);
        person.get("/me").send().expect(200);
        erase(person, wish(whole, Instant.now())).expect(200);
        Call.byNobody("POST", "/accounts").json("{\"username\":\"" + name + "\",\"authSecret\":\"" + "a".repeat(64)
                + "\"}").send().expectProblem(409, "accountExists");
    }

    /** The hidden part is untouched, cannot be reached before the hour, and is all there after it. */
    @Test
    void underAMaskWhatItShowsGoesAndTheRestComesBackWithTheHour() throws Exception {
        var hidden = whole.wallet().paper();
        var hiddenLoan = whole.wallet().lend(agency, hidden);
        Helper.of(whole, Right.ADD);
        var chosen = whole.wallet().paper();
        var account = whole.person().account();
        var small = whole.masked(chosen);
        var smallLoan = small.wallet().lend(agency, chosen);
        erase(small.person(), wish(small, Instant.now())).expect(200);
        small.person().get("/me").send().expectProblem(401, "sessionClosed");
        assertEquals(false, provider.enabled(account));
        assertEquals(Set.of(), tablesWith(chosen));
        assertEquals(Set.of(), tablesWith(smallLoan));

        var until = small.newestMaskEndsIn(2);
        asleepUntil(account, until);
        for (var tries = 0; !provider.enabled(account) && tries < 60; tries++) {
            Thread.sleep(250);
        }
        assertEquals(true, provider.enabled(account));
        // Tokens of the hour's own second are of the mask still.
        Thread.sleep(Math.max(0, Instant.now().until(until, java.time.temporal.ChronoUnit.MILLIS)) + 1_100);
        var again = whole.anew();
        assertEquals(whole.view(), again.view());
        again.person().get("/papers/" + hidden + "/versions/1").send().expect(200);
        again.person().get("/papers/" + chosen + "/versions/1").send().expectProblem(404, "notFound");
        assertEquals("given", again.person().get("/loans/" + hiddenLoan).send().expect(200).json().getString("state"));
        again.person().get("/loans/" + smallLoan).send().expectProblem(404, "notFound");
        assertEquals(1, again.person().get("/mandates").send().expect(200).json().getJsonArray("items").size());
    }

    @Test
    void theAnswerIsTheSameUnderAMask() {
        var other = KeyedWallet.open();
        var small = whole.masked(whole.wallet().paper());
        var masked = erase(small.person(), wish(small, Instant.now())).expect(200);
        var plain = erase(other.person(), wish(other, Instant.now())).expect(200);
        assertEquals(plain.headers().map().keySet(), masked.headers().map().keySet());
        assertEquals(plain.text().length(), masked.text().length());
        for (var path : List.of("/me", "/keyset", "/manifest", "/papers", "/kit", "/recoveries", "/log/events")) {
            assertEquals(other.person().get(path).send().text(), small.person().get(path).send().text(), path);
        }
    }

    private static String wish(KeyedWallet wallet, Instant at) {
        return wish(wallet.person().account(), wallet.unlocked().keys().signing(), at);
    }

    private static String wish(String account, ECKey key, Instant at) {
        return Signed.sign(SignedType.ERASE,
                Json.bytes(Json.object("suite", 1, "account", account, "at", Fields.time(at))), key);
    }

    private static Answer erase(Person person, String jws) {
        return person.post("/erasure").json(Json.write(Json.object("jws", jws))).send();
    }

    private static Answer erasure(String receipt) {
        return Call.byNobody("GET", "/erasures/" + receipt).send();
    }

    /** Every table in which some text holds this one. Read around the wall, by replication's view of the rows. */
    private static Set<String> tablesWith(String text) throws SQLException {
        var found = new TreeSet<String>();
        try (var connection = Surroundings.database().connect(Role.OWNER);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var column : columns()) {
                statement.execute("alter table " + column.get(0) + " no force row level security");
                try (var rows = statement.executeQuery("select 1 from " + column.get(0) + " where position('" + text
                        + "' in cast(" + column.get(1) + " as text)) > 0 limit 1")) {
                    if (rows.next()) {
                        found.add(column.get(0));
                    }
                }
            }
            connection.rollback();
        }
        return found;
    }

    private static List<List<String>> columns() throws SQLException {
        var columns = new ArrayList<List<String>>();
        try (var connection = Surroundings.database().connect(Role.OWNER);
                var rows = connection.createStatement().executeQuery("""
                        select c.table_name, c.column_name from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in ('text', 'ARRAY')
                        and c.table_name not in ('flyway_schema_history')""")) {
            while (rows.next()) {
                columns.add(List.of(rows.getString(1), rows.getString(2)));
            }
        }
        return columns;
    }

    private static void asleepUntil(String account, Instant until) throws SQLException {
        try (var connection = Surroundings.database().connect(Role.OWNER);
                var statement = connection.createStatement()) {
            statement.execute("alter table asleep no force row level security");
            statement.execute("update asleep set until = '" + until + "' where subject = '" + account + "'");
            statement.execute("alter table asleep force row level security");
        }
    }

    private static long files() throws java.io.IOException {
        try (var all = Files.walk(Surroundings.store())) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
