package brussels.passerelle.consent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import brussels.passerelle.consent.harness.Agency;
import brussels.passerelle.consent.harness.Answer;
import brussels.passerelle.consent.harness.Call;
import brussels.passerelle.consent.harness.Desk;
import brussels.passerelle.consent.harness.Lendable;
import brussels.passerelle.consent.harness.Person;
import brussels.passerelle.consent.harness.ServerTest;
import brussels.passerelle.consent.harness.Wallet;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who may do what, and that nobody else can tell what there is. */
class AccessMatrixIT extends ServerTest {

    /** A world with one of everything, and every kind of person around it. */
    private static final class Scene {
        final Agency agency = Agency.published();
        final Agency other = Agency.published();
        final Wallet wallet = Wallet.open();
        final String paper = wallet.paper();
        final String loan = wallet.lend(agency, paper);
        final Person worker = agency.worker();
        final String opening = Desk.content(new Desk(worker).open(loan, paper));
        final List<Person> strangersToTheWallet = List.of(Person.holder(), worker, agency.administrator(),
                other.worker(), Person.of(List.of("auditor"), null, null),
                Person.of(List.of("helper", "holder"), null, null));
        final List<Person> strangersToTheDesk = List.of(wallet.holder(), Person.holder(), other.worker(),
                Person.worker(agency.id(), "logement"), agency.administrator(),
                Person.of(List.of("holder"), agency.id(), Agency.FUNCTION), Person.of(List.of("worker"), null, null));
        final List<Person> strangersToTheAgency = List.of(wallet.holder(), worker, other.administrator(),
                Person.of(List.of("agency-admin"), null, null), Person.of(List.of("holder"), agency.id(), null));
    }

    @Test
    void nobodyGetsNothing() {
        var id = Lendable.newId();
        for (var door : List.of("GET /me", "GET /keyset", "PUT /keyset", "GET /manifest", "PUT /manifest",
                "GET /papers", "PUT /papers/" + id + "/versions/1", "GET /papers/" + id + "/versions/1",
                "DELETE /papers/" + id, "POST /loans", "GET /loans", "GET /loans/" + id, "POST /loans/" + id + "/end",
                "GET /desk/loans", "POST /desk/loans/" + id + "/openings", "GET /desk/openings/" + id + "/content",
                "GET /desk/keys", "GET /agencies/a/members", "PUT /agencies/a/members/b/keys",
                "GET /agencies/a/root-key", "PUT /agencies/a/root-key", "POST /agencies/a/keys/refresh",
                "GET /kit", "PUT /kit", "DELETE /kit", "GET /recoveries", "POST /recoveries/" + id + "/veto",
                "POST /recoveries/" + id + "/noted", "POST /counter/recoveries/" + id + "/look",
                "POST /counter/recoveries/" + id + "/cards", "POST /erasure",
                "GET /log/events", "GET /mandates", "POST /mandates", "PUT /mandates/" + id,
                "POST /mandates/" + id + "/end", "PUT /mandates/" + id + "/shelf", "GET /helping",
                "PUT /helping/" + id + "/pin", "POST /helping/" + id + "/end", "GET /helping/" + id + "/arrivals",
                "POST /helping/" + id + "/arrivals", "POST /helping/" + id + "/openings",
                "GET /helping/openings/" + id + "/content", "GET /arrivals", "GET /arrivals/" + id + "/content",
                "POST /arrivals/" + id + "/accept", "POST /arrivals/" + id + "/refuse", "GET /blocks",
                "PUT /blocks/a", "DELETE /blocks/a", "GET /addresses", "PUT /addresses", "GET /deposits",
                "GET /deposits/addresses/" + id, "POST /deposits/" + id)) {
            var parts = door.split(" ", -1);
            var call = Call.byNobody(parts[0], parts[1]);
            var octets = parts[1].contains("versions") && parts[0].equals("PUT");
            var jose = parts[1].endsWith("manifest") || parts[1].endsWith("root-key");
            if (parts[0].equals("PUT") || parts[0].equals("POST")) {
                call = octets ? call.bytes(new byte[3]) : jose ? call.jose("x") : call.json("{}");
            }
            var answer = call.send().expectProblem(401, "sessionEnded");
            assertEquals("DPoP", answer.header("WWW-Authenticate").split(" ", 2)[0], door);
        }
    }

    @Test
    void everybodyMayReadTheLogsStateAndTheLimits() {
        for (var path : List.of("/log/checkpoint", "/log/key", "/limits")) {
            Call.byNobody("GET", path).send().expect(200);
            Person.holder().get(path).send().expect(200);
        }
    }

    @Nested
    class AWallet {
        @Test
        void isNotThereForAnybodyElse() {
            var scene = new Scene();
            for (var stranger : scene.strangersToTheWallet) {
                sameAsMissing(stranger, "GET", "/papers/%s/versions/1", scene.paper);
                sameAsMissing(stranger, "DELETE", "/papers/%s", scene.paper);
                sameAsMissing(stranger, "GET", "/loans/%s", scene.loan);
                sameAsMissing(stranger, "POST", "/loans/%s/end", scene.loan);
                assertEquals("{\"items\":[]}", stranger.get("/papers").send().expect(200).text());
                assertEquals("{\"items\":[]}", stranger.get("/loans").send().expect(200).text());
                assertEquals("{\"items\":[]}", stranger.get("/log/events").send().expect(200).text());
                stranger.get("/keyset").send().expectProblem(404, "notFound");
                stranger.get("/manifest").send().expectProblem(404, "notFound");
            }
            scene.wallet.holder().get("/papers/" + scene.paper + "/versions/1").send().expect(200);
            scene.wallet.holder().get("/loans/" + scene.loan).send().expect(200);
        }

        @Test
        void keepsItsOwnPapersWhenAnotherUsesTheSameIds() {
            var scene = new Scene();
            var stranger = new Wallet(Person.holder());
            stranger.upload(scene.paper, 1, "other".getBytes()).send().expectProblem(409, "versionExists");
            stranger.holder().delete("/papers/" + scene.paper).send().expectProblem(404, "notFound");
            scene.wallet.holder().get("/papers/" + scene.paper + "/versions/1").send().expect(200);
        }

        @Test
        void cannotBeLentBySomebodyElse() {
            var scene = new Scene();
            Person.holder().post("/loans").json(scene.agency.lendable(scene.paper).json()).send().expectProblem(422,
                    "unknownPaper");
        }

        @Test
        void aLoanIdThatIsTakenSaysNothingOfWhose() {
            var scene = new Scene();
            var mine = Wallet.open();
            var lendable = scene.agency.lendable(mine.paper());
            var taken = lendable.json().replace(lendable.loan(), scene.loan);
            mine.holder().post("/loans").json(taken).send().expectProblem(409, "loanExists");
            scene.wallet.holder().get("/loans/" + scene.loan).send().expect(200);
        }
    }

    @Nested
    class ADesk {
        @Test
        void isForTheTeamOfTheFunction() {
            var scene = new Scene();
            for (var stranger : scene.strangersToTheDesk) {
                sameAsMissing(stranger, "POST", "/desk/loans/%s/openings", scene.loan,
                        "{\"paper\":\"" + scene.paper + "\",\"version\":1,\"action\":\"look\"}");
                sameAsMissing(stranger, "GET", "/desk/openings/%s/content",
                        scene.opening.substring("/desk/openings/".length(), scene.opening.indexOf("/content")));
            }
            scene.worker.get(scene.opening).send().expect(200);
            assertEquals(1, scene.wallet.count("opening"));
            assertEquals(0, scene.wallet.count("openingRefused"), "strangers are not refused: there is nothing");
        }

        @Test
        void showsOnlyItsOwnLoans() {
            var scene = new Scene();
            assertEquals(1, loans(scene.worker));
            assertEquals(0, loans(scene.other.worker()));
            assertEquals(0, loans(Person.worker(scene.agency.id(), "logement")));
            scene.wallet.holder().get("/desk/loans").send().expectProblem(404, "notFound");
        }

        @Test
        void aColleaguesOpeningIsNotMine() {
            var scene = new Scene();
            scene.agency.worker().get(scene.opening).send().expectProblem(404, "notFound");
        }

        private static int loans(Person worker) {
            return worker.get("/desk/loans").send().expect(200).json().getJsonArray("items").size();
        }
    }

    @Nested
    class AnAgency {
        @Test
        void isForItsAdministrators() {
            var scene = new Scene();
            for (var stranger : scene.strangersToTheAgency) {
                sameAsMissing(stranger, "GET", "/agencies/%s/members", scene.agency.id());
                sameAsMissing(stranger, "GET", "/agencies/%s/root-key", scene.agency.id());
                sameAsMissing(stranger, "POST", "/agencies/%s/keys/refresh", scene.agency.id(), "{}");
                sameAsMissing(stranger, "PUT", "/agencies/%s/members/x/keys", scene.agency.id(),
                        "{\"function\":\"accueil\",\"items\":[]}");
            }
            scene.agency.administrator().get("/agencies/" + scene.agency.id() + "/members").send().expect(200);
        }
    }

    private static void sameAsMissing(Person stranger, String method, String path, String id) {
        sameAsMissing(stranger, method, path, id, null);
    }

    /** The answer about what is somebody else's equals, to the byte, the answer about what never was. */
    private static void sameAsMissing(Person stranger, String method, String path, String id, String json) {
        var theirs = ask(stranger, method, path.formatted(id), json).expectProblem(404, "notFound");
        var nothing = ask(stranger, method, path.formatted(Lendable.newId()), json).expect(404);
        assertArrayEquals(nothing.body(), theirs.body(), method + " " + path);
        assertEquals(nothing.headers().map().keySet(), theirs.headers().map().keySet());
    }

    private static Answer ask(Person stranger, String method, String path, String json) {
        var call = stranger.call(method, path);
        return (json == null ? call : call.json(json)).send();
    }
}
