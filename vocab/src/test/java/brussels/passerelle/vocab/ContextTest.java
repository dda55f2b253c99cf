package brussels.passerelle.vocab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;

/** The JSON-LD context means what the constants say. */
class ContextTest {

    private static final JsonObject CONTEXT = context();

    private static JsonObject context() {
        try (JsonReader reader = Json.createReader(new StringReader(Resources.text(Resources.CONTEXT)))) {
            return reader.readObject().getJsonObject("@context");
        }
    }

    @Test
    void everyPrefixIsTheNamespaceOfTheConstants() {
        Stream.of(External.class.getClasses()).forEach(vocabulary -> assertEquals(Constants.namespace(vocabulary),
                CONTEXT.getString(vocabulary.getSimpleName().toLowerCase(java.util.Locale.ROOT))));
        assertEquals(Terms.NAMESPACE, CONTEXT.getString("terms"));
    }

    @Test
    void everyShortNameStandsForAKnownTerm() {
        Set<String> known = Stream.concat(Stream.of(Terms.class), Stream.of(External.class.getClasses()))
                .flatMap(type -> Constants.of(type).values().stream()).collect(Collectors.toSet());
        Set<String> meant = meanings();
        assertTrue(meant.size() > 80, "context is nearly empty");
        meant.removeAll(known);
        assertEquals(Set.of(), meant);
    }

    @Test
    void everyTermOfOursHasAShortName() {
        Set<String> ours = new TreeSet<>(Constants.of(Terms.class).values());
        ours.removeAll(meanings());
        assertEquals(Set.of(), ours);
    }

    @Test
    void aServiceAndItsOfferExpandToTheSameTriplesAsTheTurtle() {
        String json = """
                {"@context": %s, "@graph": [
                  {"id": "http://example.org/service", "type": "PublicService",
                   "title": {"fr": "Repas chaud", "ar": "وجبة ساخنة"}, "serviceType": "serviceTypeList:foodAid",
                   "hasCompetentAuthority": "http://example.org/organisation"},
                  {"id": "http://example.org/offer", "type": "Offer", "offerOf": "http://example.org/service",
                   "need": ["needList:food"], "serves": "refnis:21012", "deskLanguage": "euLanguage:FRA",
                   "confidentialAddress": false,
                   "address": {"id": "http://example.org/address", "type": "Address", "addressPostCode": "1080"},
                   "hasGeometry": {"id": "http://example.org/geometry", "asWKT": "POINT(4.33 50.85)"}}
                ]}""".formatted(CONTEXT);
        String turtle = """
                PREFIX cpsv: <http://purl.org/vocab/cpsv#>
                PREFIX cv: <http://data.europa.eu/m8g/>
                PREFIX dct: <http://purl.org/dc/terms/>
                PREFIX geo: <http://www.opengis.net/ont/geosparql#>
                PREFIX locn: <http://www.w3.org/ns/locn#>
                PREFIX ex: <http://example.org/>
                PREFIX terms: <https://w3id.org/passerelle/terms#>
                ex:service a cpsv:PublicService ; dct:title "Repas chaud"@fr , "وجبة ساخنة"@ar ;
                  terms:serviceType <https://w3id.org/passerelle/serviceType/foodAid> ;
                  cv:hasCompetentAuthority ex:organisation .
                ex:offer a terms:Offer ; terms:offerOf ex:service ;
                  terms:need <https://w3id.org/passerelle/need/food> ;
                  terms:serves <http://vocab.belgif.be/auth/refnis2025/21012> ;
                  terms:deskLanguage <http://publications.europa.eu/resource/authority/language/FRA> ;
                  terms:confidentialAddress false ;
                  locn:address ex:address ; geo:hasGeometry ex:geometry .
                ex:address a locn:Address ; locn:postCode "1080" .
                ex:geometry geo:asWKT "POINT(4.33 50.85)"^^geo:wktLiteral .
                """;
        Model fromJson = read(json, Lang.JSONLD11);
        Model fromTurtle = read(turtle, Lang.TURTLE);
        assertTrue(fromJson.isIsomorphicWith(fromTurtle), () -> {
            java.io.StringWriter seen = new java.io.StringWriter();
            RDFDataMgr.write(seen, fromJson, Lang.TURTLE);
            return seen.toString();
        });
    }

    private static Model read(String text, Lang language) {
        Model model = ModelFactory.createDefaultModel();
        RDFParser.fromString(text, language).parse(model);
        return model;
    }

    /** The full IRIs behind the short names; keywords, prefixes and prefixes of lists left out. */
    private static Set<String> meanings() {
        return CONTEXT.values().stream().map(ContextTest::target)
                .filter(target -> target.matches("[a-z]+:[A-Za-z0-9]+")).map(target -> {
                    String[] parts = target.split(":", 2);
                    return CONTEXT.getString(parts[0]) + parts[1];
                }).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String target(JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> ((JsonString) value).getString();
            case OBJECT -> value.asJsonObject().getString("@id");
            default -> "";
        };
    }
}
