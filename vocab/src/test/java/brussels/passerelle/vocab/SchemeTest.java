package brussels.passerelle.vocab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs are given is what the Turtle says. */
class SchemeTest {

    private final Source source = Source.read();

    @ParameterizedTest
    @EnumSource
    void givesWhatTheTurtleSaysInItsOrder(Scheme scheme) {
        List<Concept> said = source.concepts(scheme).stream()
                .map(concept -> new Concept(concept.getURI(), Source.notation(concept), scheme,
                        Source.broader(concept).map(Source::notation), Source.pictogram(concept),
                        Source.texts(concept, SKOS.prefLabel), Source.texts(concept, SKOS.definition)))
                .toList();
        assertEquals(said, scheme.concepts());
    }

    @ParameterizedTest
    @EnumSource
    void topAndNarrowerTogetherAreTheList(Scheme scheme) {
        HashSet<Concept> reached = new HashSet<>();
        scheme.top().forEach(top -> collect(scheme, top, reached));
        assertEquals(new HashSet<>(scheme.concepts()), reached);
    }

    private static void collect(Scheme scheme, Concept concept, HashSet<Concept> reached) {
        reached.add(concept);
        scheme.narrower(concept.notation()).forEach(below -> collect(scheme, below, reached));
    }

    @Test
    void findsByNotation() {
        assertEquals("https://w3id.org/passerelle/need/bedTonight", Scheme.NEED.find("bedTonight").orElseThrow().iri());
        assertEquals(Optional.of("sleep"), Scheme.NEED.find("bedTonight").flatMap(Concept::broader));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "bedtonight", "sleep.bedTonight", "bedTonight ", "\0", "../need"})
    void findsNothingForAnyOtherText(String text) {
        assertTrue(Scheme.NEED.find(text).isEmpty());
    }

    @Test
    void aTextMissingInALanguageIsReplacedVisibly() {
        Concept molenbeek = Scheme.COMMUNE.find("21012").orElseThrow();
        assertEquals(new Text("Molenbeek-Saint-Jean", "fr"), molenbeek.label("fr"));
        assertEquals(new Text("Sint-Jans-Molenbeek", "nl"), molenbeek.label("nl"));
        assertEquals(new Text("Molenbeek-Saint-Jean", "fr"), molenbeek.label("ar"));
        assertEquals(new Text("Molenbeek-Saint-Jean", "fr"), molenbeek.label("en"));
        assertEquals(Optional.empty(), molenbeek.definition("fr"));
        Concept bed = Scheme.NEED.find("bedTonight").orElseThrow();
        assertEquals("ar", bed.label("ar").language());
        assertEquals("fr", bed.definition("ar").orElseThrow().language());
        assertEquals("en", bed.definition("en").orElseThrow().language());
    }

    @Test
    void listsCannotBeChanged() {
        assertThrows(UnsupportedOperationException.class, () -> Scheme.NEED.concepts().clear());
        assertThrows(UnsupportedOperationException.class,
                () -> Scheme.NEED.concepts().getFirst().labels().put("fr", ""));
    }

    @Test
    void anUnknownResourceIsAMistakeOfTheProgram() {
        assertThrows(IllegalArgumentException.class, () -> Resources.text("missing.ttl"));
    }
}
