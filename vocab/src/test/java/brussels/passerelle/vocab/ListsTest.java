package brussels.passerelle.vocab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold of every list, whoever edits it next. */
class ListsTest {

    private static final Set<String> FIVE = Set.of("fr", "nl", "en", "de", "ar");
    private static final Set<String> FOUR = Set.of("fr", "nl", "en", "de");
    private static final Set<Scheme> PLACES = EnumSet.of(Scheme.COMMUNE, Scheme.REGION);

    private final Source source = Source.read();

    @TestFactory
    Stream<DynamicTest> everyTurtleFileIsListedAndParses() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/brussels/passerelle/vocab"))) {
            List<String> names = files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".ttl"))
                    .sorted().toList();
            return Stream.concat(
                    Stream.of(DynamicTest.dynamicTest("listed",
                            () -> assertEquals(names, Resources.TURTLE.stream().sorted().toList()))),
                    names.stream().map(
                            name -> DynamicTest.dynamicTest(name, () -> assertTrue(!Source.read(name).isEmpty()))));
        }
    }

    @Test
    void noConceptStandsOutsideTheLists() {
        Set<Resource> listed = Stream.of(Scheme.values()).flatMap(scheme -> source.concepts(scheme).stream())
                .collect(Collectors.toSet());
        assertEquals(source.model().listSubjectsWithProperty(RDF.type, SKOS.Concept).toSet(), listed);
    }

    @ParameterizedTest
    @EnumSource
    void theListItselfHasANameInFiveLanguages(Scheme scheme) {
        assertEquals(FIVE, Source.texts(source.model().createResource(scheme.iri()), SKOS.prefLabel).keySet());
    }

    @ParameterizedTest
    @EnumSource
    void everyEntryHasExactlyOneNamePerLanguage(Scheme scheme) {
        Set<String> languages = PLACES.contains(scheme) ? Set.of("fr", "nl", "de") : FIVE;
        source.concepts(scheme).forEach(concept -> {
            List<String> tags = concept.listProperties(SKOS.prefLabel).mapWith(Statement::getLanguage).toList();
            assertEquals(languages, new HashSet<>(tags), concept.getURI());
            assertEquals(languages.size(), tags.size(), concept.getURI());
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyEntryOfOurOwnIsDefinedInFourLanguages(Scheme scheme) {
        boolean borrowed = PLACES.contains(scheme) || scheme == Scheme.LANGUAGE;
        source.concepts(scheme).forEach(concept -> assertEquals(borrowed ? Set.of() : FOUR,
                Source.texts(concept, SKOS.definition).keySet(), concept.getURI()));
    }

    @ParameterizedTest
    @EnumSource
    void noTwoEntriesReadAlike(Scheme scheme) {
        FIVE.forEach(language -> {
            List<String> names = source.concepts(scheme).stream()
                    .map(concept -> Source.texts(concept, SKOS.prefLabel).getOrDefault(language, concept.getURI()))
                    .toList();
            assertEquals(names.size(), new TreeSet<>(names).size(), scheme + " " + language + " " + names);
        });
    }

    @ParameterizedTest
    @EnumSource
    void textsAreTidyAndInTheirOwnScript(Scheme scheme) {
        source.concepts(scheme).forEach(concept -> Stream.of(SKOS.prefLabel, SKOS.definition).forEach(
                property -> Source.texts(concept, property).forEach((language, text) -> {
                    assertEquals(text.strip(), text);
                    assertTrue(!text.contains("'") && !text.contains("\n") && !text.isBlank(), text);
                    assertEquals(language.equals("ar"),
                            text.codePoints()
                                    .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC),
                            text);
                })));
    }

    @ParameterizedTest
    @EnumSource
    void theNotationIsTheEndOfTheIriAndUnique(Scheme scheme) {
        List<String> notations = source.concepts(scheme).stream().map(Source::notation).toList();
        assertEquals(notations.size(), new HashSet<>(notations).size());
        source.concepts(scheme).forEach(concept -> {
            assertTrue(concept.getURI().endsWith("/" + Source.notation(concept)), concept.getURI());
            assertTrue(Source.notation(concept).matches("[A-Za-z0-9]{2,30}"), concept.getURI());
        });
    }

    @ParameterizedTest
    @EnumSource
    void ranksRunFromOneWithoutGaps(Scheme scheme) {
        List<Integer> ranks = source.concepts(scheme).stream()
                .map(concept -> concept.getRequiredProperty(Source.RANK).getInt()).toList();
        assertTrue(!ranks.isEmpty());
        assertEquals(IntStream.rangeClosed(1, ranks.size()).boxed().toList(), ranks);
    }

    @ParameterizedTest
    @EnumSource
    void everyBroaderEntryExistsAndTheOthersAreTop(Scheme scheme) {
        Scheme above = scheme == Scheme.COMMUNE ? Scheme.REGION : scheme;
        Set<Resource> known = new HashSet<>(source.concepts(above));
        source.concepts(scheme).forEach(concept -> {
            boolean top = concept.hasProperty(SKOS.topConceptOf, source.model().createResource(scheme.iri()));
            assertEquals(top, Source.broader(concept).isEmpty(), concept.getURI());
            Source.broader(concept).ifPresent(broader -> {
                assertTrue(known.contains(broader), concept.getURI());
                assertTrue(Source.broader(broader).flatMap(Source::broader).isEmpty(), "three levels at most");
            });
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyEntryHasOneDrawing(Scheme scheme) {
        source.concepts(scheme).forEach(concept -> {
            assertEquals(1, concept.listProperties(Source.PICTOGRAM).toList().size(), concept.getURI());
            assertTrue(Source.pictogram(concept).matches("[a-z]+(-[a-z]+)*"), concept.getURI());
        });
    }

    @Test
    void everyPurposeFallsUnderOneOfTheDataPrivacyVocabulary() {
        Set<String> known = Set.of(External.Dpv.SERVICE_PROVISION, External.Dpv.REQUESTED_SERVICE_PROVISION,
                External.Dpv.IDENTITY_VERIFICATION, External.Dpv.DISPUTE_MANAGEMENT);
        source.concepts(Scheme.PURPOSE).forEach(purpose -> {
            List<String> above = purpose.listProperties(SKOS.broadMatch).mapWith(s -> s.getResource().getURI())
                    .toList();
            assertEquals(1, above.size(), purpose.getURI());
            assertTrue(known.containsAll(above), purpose.getURI());
        });
    }
}
