package brussels.passerelle.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.sql.SQLException;
import java.util.List;

import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.junit.jupiter.api.Test;

import brussels.passerelle.database.Role;
import brussels.passerelle.registry.harness.Call;
import brussels.passerelle.registry.harness.ServerTest;
import brussels.passerelle.registry.harness.Surroundings;

/** One address, many forms. */
class DescribeIT extends ServerTest {
    private static final String SERVICE = "/id/service/abri-du-canal-accueil-de-jour";

    @Test
    void theSameServiceAsPageTurtleJsonLdAndNTriples() {
        assertTrue(Call.get(SERVICE).accept("text/html,*/*;q=0.8").send(200).body()
                .contains("data-view=\"registry-service\""));
        Model turtle = read("text/turtle", "TURTLE");
        assertTrue(turtle.isIsomorphicWith(read("application/ld+json", "JSON-LD")));
        assertTrue(turtle.isIsomorphicWith(read("application/n-triples", "N-TRIPLES")));
        assertTrue(turtle.containsResource(turtle.createResource("http://localhost:10481" + SERVICE)));
    }

    @Test
    void documentsHaveAddressesOfTheirOwn() {
        for (String ending : List.of("ttl:text/turtle", "jsonld:application/ld+json", "nt:application/n-triples",
                "html:text/html")) {
            String[] parts = ending.split(":");
            var answer = Call.get(SERVICE + "." + parts[0]).accept("image/png").send(200);
            assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith(parts[1]), ending);
        }
        Call.get(SERVICE + ".exe").problem(404, "notFound");
    }

    @Test
    void saysOnWhatTheAnswerDependsAndRecognisesIt() {
        var answer = Call.get(SERVICE).accept("text/turtle").send(200);
        assertEquals("Accept, Accept-Language", answer.headers().firstValue("Vary").orElse(""));
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        Call.get(SERVICE).accept("text/turtle").with("If-None-Match", tag).send(304);
        Call.get(SERVICE).accept("application/ld+json").with("If-None-Match", tag).send(200);
    }

    @Test
    void everyKindHasItsPageInEveryLanguage() {
        for (String path : List.of("offer/abri-du-canal-accueil-de-jour-1", "organisation/cpas-molenbeek",
                "place/abri-du-canal-site-1", "service/cpas-molenbeek-permanence"))
            for (String language : List.of("fr", "nl", "en", "de", "ar")) {
                var answer = Call.get("/id/" + path + "?lang=" + language).accept("text/html").send(200);
                assertTrue(answer.body().contains("data-view=\"registry-" + path.split("/")[0] + "\""), path);
                assertEquals(language, answer.headers().firstValue("Content-Language").orElse(""));
                assertTrue(answer.headers().firstValue("Content-Security-Policy").orElse("")
                        .contains("script-src 'self';"));
            }
    }

    @Test
    void whatIsNotThereAndWhatWeDoNotSpeak() {
        for (String path : List.of("service/none", "castle/x", "offer/abri-du-canal"))
            Call.get("/id/" + path).accept("text/turtle").problem(404, "notFound");
        Call.get(SERVICE).accept("image/png").problem(406, "notAcceptable");
        assertTrue(Call.get("/id/service/none?lang=de").accept("text/html").send(404).body()
                .contains("<html lang=\"de\""));
    }

    @Test
    void aChangeIsSeenAtOnce() throws SQLException {
        String address = "/id/organisation/l-agora";
        assertFalse(Call.get(address).accept("text/turtle").send(200).body().contains("Zweitname"));
        try (var connection = Surroundings.database().connect(Role.REGISTRY);
                var statement = connection.createStatement()) {
            statement.executeUpdate("update organisation set de = 'Zweitname' where id = 'l-agora'");
            statement.executeUpdate("insert into outbox (kind, entry) values ('organisation', 'l-agora')");
        }
        assertTrue(Call.get(address).accept("text/turtle").send(200).body().contains("Zweitname"));
    }

    @Test
    void anybodyMayReadItFromAnyPage() {
        var answer = Call.get(SERVICE).with("Origin", "https://anybody.example").accept("text/turtle").send(200);
        assertEquals(List.of("*"), answer.headers().allValues("Access-Control-Allow-Origin"));
    }

    @Test
    void sharedFilesAreServedAsWhatTheyAre() {
        var style = Call.get("/look/look.css?v=1").send(200);
        assertTrue(style.headers().firstValue("Content-Type").orElse("").startsWith("text/css"));
        assertTrue(style.headers().firstValue("Cache-Control").orElse("").contains("immutable"));
        Call.get("/look/..%2f..%2fMANIFEST.MF").send(404);
    }

    private static Model read(String type, String name) {
        var answer = Call.get(SERVICE).accept(type).send(200);
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith(type));
        Model model = ModelFactory.createDefaultModel();
        model.read(new StringReader(answer.body()), null, name);
        return model;
    }
}
