package brussels.passerelle.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.loan.Rights;
import brussels.passerelle.protocol.manifest.Paper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole way of a paper, and a node that lies on it.
class WalletTest {
    private static final byte[] CONTENT = "Phrase plantée que personne ne doit lire".getBytes(UTF_8);
    private static final List<Agency.FunctionName> FUNCTIONS = List.of(new Agency.FunctionName("accueil",
            Map.of("fr", "Accueil", "nl", "Onthaal", "en", "Reception", "de", "Empfang", "ar", "الاستقبال")));

    @TempDir
    Path folder;
    private SmallNode node;
    private Passerelle client;

    @BeforeEach
    void start() throws IOException {
        node = new SmallNode();
        for (String username : List.of("holder", "worker", "agency-admin"))
            node.account(username, "demo " + username);
        client = new Passerelle(node.address());
    }

    @AfterEach
    void stop() {
        client.close();
        node.close();
    }

    @Test
    void aPaperIsKeptLentReadAndTakenBack() throws IOException {
        try (var holder = signIn("holder"); var worker = agency()) {
            var paper = addPaper(holder);
            assertArrayEquals(CONTENT, read(holder, paper));
            var loan = lend(holder, paper);
            var desk = worker.desk();
            var item = desk.read(desk.loans().getFirst(), desk.loans().getFirst().items().getFirst());
            assertEquals("Bail de la rue des Tanneurs", item.shown().title());
            try (var in = desk.open(item)) {
                assertArrayEquals(CONTENT, in.readAllBytes());
            }
            var log = holder.wallet().log();
            var opening = log.entries().getFirst();
            assertEquals("opening", opening.read().text("type"));
            log.prove(opening, log.checkpoint());
            assertEquals("ended", holder.wallet().lending().takeBack(loan.id()).state());
            assertEquals("loanEnded",
                    assertThrows(Refusal.class, () -> holder.wallet().lending().takeBack(loan.id())).type());
            var refused = assertThrows(Refusal.class, () -> desk.open(item));
            assertEquals("loanEnded", refused.reason().orElseThrow());
        }
        for (String planted : List.of("plantée", "Bail de la rue des Tanneurs", "housingSearch")) {
            assertFalse(node.seen.stream().anyMatch(request -> request.contains(planted)), planted);
        }
    }

    @Test
    void whatIsKeptIsThereAtTheNextSignIn() throws IOException {
        try (var holder = signIn("holder")) {
            addPaper(holder);
        }
        try (var again = signIn("holder")) {
            var paper = again.wallet().titled("Bail de la rue des Tanneurs").orElseThrow();
            assertArrayEquals(CONTENT, read(again, paper));
            again.wallet().remove(paper.id());
            assertEquals(List.of(), again.wallet().papers());
        }
    }

    @Test
    void twoSessionsDoNotOverwriteEachOther() throws IOException {
        try (var one = signIn("holder"); var two = signIn("holder")) {
            one.wallet();
            two.wallet();
            addPaper(one);
            addPaper(two);
            assertEquals(2, two.wallet().papers().size());
        }
    }

    @Test
    void anotherKeysetOrAnOlderManifestIsRefused() throws IOException { // T2, T8
        try (var holder = signIn("holder")) {
            byte[] old = manifestAfter(holder);
            addPaper(holder);
            node.things.put("/api/manifest/holder", old);
            node.things.put("/api/manifest/holder/version", "9".getBytes(UTF_8));
            assertThrows(Damaged.class, () -> addPaper(holder));
        }
        signInAndUnlock("worker");
        node.things.put("/api/keyset/holder", node.things.get("/api/keyset/worker"));
        try (var holder = signIn("holder")) {
            assertThrows(Damaged.class, holder::wallet);
        }
    }

    @Test
    void aPaperSwappedForAnotherIsRefused() throws IOException { // T6
        try (var holder = signIn("holder")) {
            var one = addPaper(holder);
            var two = addPaper(holder);
            node.things.put("/api/papers/" + one.id() + "/versions/1",
                    node.things.get("/api/papers/" + two.id() + "/versions/1"));
            assertThrows(Damaged.class, () -> read(holder, one));
        }
    }

    @Test
    void aChangedRootStopsTheNextLoan() throws IOException { // T1, T14
        agency().close();
        try (var holder = signIn("holder")) {
            var paper = addPaper(holder);
            lend(holder, paper);
            node.things.keySet().removeIf(key -> key.contains("cpas-molenbeek"));
            agency().close();
            var refusal = assertThrows(Refusal.class, () -> lend(holder, paper));
            assertEquals("rootChanged", refusal.type());
            assertEquals(1, node.loans.size());
            assertThrows(Refusal.class, () -> lendTo(holder, paper, "nobody"));
        }
    }

    @Test
    void publishingAgainChangesNothing() throws IOException {
        agency().close();
        byte[] first = node.things.get("/organisations/cpas-molenbeek/keys");
        agency().close();
        assertArrayEquals(first, node.things.get("/organisations/cpas-molenbeek/keys"));
    }

    @Test
    void aLoanThatTheNodeChangesIsRefusedAtTheDesk() throws IOException { // T7, T9, T13
        try (var holder = signIn("holder"); var worker = agency()) {
            var loan = lend(holder, addPaper(holder));
            var desk = worker.desk();
            for (var change : Map
                    .of("until", (Object) "2099-01-01T00:00:00Z", "actions", List.of("look", "save"), "holder",
                            "AAAAAAAAAAAAAAAAAAAAAA")
                    .entrySet()) {
                Object was = node.loans.get(loan.id()).put(change.getKey(), change.getValue());
                var changed = desk.loans().getFirst();
                assertThrows(Damaged.class, () -> desk.read(changed, changed.items().getFirst()), change.getKey());
                node.loans.get(loan.id()).put(change.getKey(), was);
            }
            var lending = holder.wallet().lending();
            assertTrue(lending.made(lending.loans().getFirst()));
            node.loans.get(loan.id()).put("function", "logement"); // T16
            assertFalse(lending.made(lending.loans().getFirst()));
            node.loans.get(loan.id()).put("function", "accueil");
            var same = desk.loans().getFirst();
            desk.read(same, same.items().getFirst());
        }
    }

    @Test
    void anEventThatIsNotInTheLogIsNotProven() throws IOException {
        try (var holder = signIn("holder")) {
            node.append(Json.write(Json.object("type", "slotAdded")));
            var log = holder.wallet().log();
            var entry = log.entries().getFirst();
            log.prove(entry, log.checkpoint());
            var forged = new LogBook.Entry(entry.index(), entry.salt(), entry.event().replace("Added", "Dropped"));
            var checkpoint = log.checkpoint();
            assertThrows(Damaged.class, () -> log.prove(forged, checkpoint));
            node.append("{}");
            log.checkpoint();
        }
    }

    private Session signIn(String username) throws IOException {
        return client.signIn(username, ("demo " + username).toCharArray());
    }

    private void signInAndUnlock(String username) throws IOException {
        try (var session = signIn(username)) {
            session.wallet();
        }
    }

    /// Publishes the agency's keys and hands them to the worker, who stays signed in.
    private Session agency() throws IOException {
        var worker = signIn("worker");
        worker.wallet();
        try (var admin = signIn("agency-admin")) {
            var agency = admin.agency("cpas-molenbeek");
            agency.publish(FUNCTIONS);
            var member = agency.members().stream().filter(m -> m.username().equals("worker")).findFirst().orElseThrow();
            agency.hand(member, "accueil");
        }
        return worker;
    }

    private Paper addPaper(Session session) throws IOException {
        var file = Files.write(folder.resolve("paper"), CONTENT);
        return session.wallet().add(file,
                new NewPaper("Bail de la rue des Tanneurs", "lease", null, "application/pdf"));
    }

    private static byte[] read(Session session, Paper paper) throws IOException {
        try (var in = session.wallet().open(paper)) {
            return in.readAllBytes();
        }
    }

    private byte[] manifestAfter(Session session) throws IOException {
        addPaper(session);
        return node.things.get("/api/manifest/holder");
    }

    private static Loan lend(Session session, Paper paper) throws IOException {
        return lendTo(session, paper, "cpas-molenbeek");
    }

    private static Loan lendTo(Session session, Paper paper, String agency) throws IOException {
        return session.wallet().lending().lend(new NewLoan(List.of(paper.id()), agency, "CPAS", "accueil", "Accueil",
                "housingSearch", Rights.LOOK, Duration.ofDays(1)));
    }
}
