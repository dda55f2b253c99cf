package brussels.passerelle.vocab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Constants and ontology are one list, held in two places. */
class TermsTest {

    private final Model ontology = Source.read("terms.ttl");

    @Test
    void constantsAndOntologyAgreeBothWays() {
        Set<String> defined = ontology.listSubjects().toList().stream().map(Resource::getURI)
                .filter(iri -> iri.startsWith(Terms.NAMESPACE)).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(defined, new TreeSet<>(Constants.of(Terms.class).values()));
    }

    @Test
    void everyTermIsTypedNamedAndExplained() {
        Constants.of(Terms.class).values().forEach(iri -> {
            Resource term = ontology.createResource(iri);
            assertTrue(term.hasProperty(RDF.type), iri);
            assertEquals(Set.of("fr", "nl", "en", "de"), Source.texts(term, RDFS.label).keySet(), iri);
            assertEquals(Set.of("en"), Source.texts(term, RDFS.comment).keySet(), iri);
            assertTrue(term.hasProperty(RDFS.isDefinedBy), iri);
        });
    }

    @Test
    void classesBeginWithACapitalAndPropertiesDoNot() {
        Resource owlClass = ResourceFactory.createResource("http://www.w3.org/2002/07/owl#Class");
        Constants.of(Terms.class).values().forEach(iri -> assertEquals(
                ontology.createResource(iri).hasProperty(RDF.type, owlClass),
                Character.isUpperCase(iri.charAt(Terms.NAMESPACE.length())), iri));
    }

    @Test
    void theTurtleUsesNoUndefinedTermOfOurs() {
        Set<String> used = Source.read().model().listStatements().toList().stream().map(s -> s.getPredicate().getURI())
                .filter(iri -> iri.startsWith(Terms.NAMESPACE)).collect(Collectors.toSet());
        assertTrue(Constants.of(Terms.class).values().containsAll(used), used.toString());
    }

    static Stream<Class<?>> vocabularies() {
        return Stream.of(External.class.getClasses());
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    void aConstantIsNamedAfterItsTerm(Class<?> vocabulary) {
        String namespace = Constants.namespace(vocabulary);
        assertTrue(namespace.matches("https?://.+[#/]"), namespace);
        Constants.of(vocabulary).forEach((name, iri) -> {
            String local = iri.substring(namespace.length());
            assertTrue(iri.startsWith(namespace) && local.matches("[A-Za-z0-9]+"), iri);
            assertEquals(name.replaceAll("_(CLASS|PROPERTY)$", "").replace("_", ""),
                    local.toUpperCase(java.util.Locale.ROOT).replaceAll("(CLASS|PROPERTY)$", ""), iri);
        });
    }

    @Test
    void whatJenaAlsoKnowsIsSpelledAsJenaSpellsIt() {
        Map<Class<?>, Class<?>> pairs = Map.of(External.Dct.class, DCTerms.class, External.Skos.class, SKOS.class,
                External.Org.class, ORG.class, External.Dcat.class, DCAT.class, External.Rdfs.class, RDFS.class,
                External.Foaf.class, FOAF.class, External.Schema.class, SchemaDO.class);
        pairs.forEach((ours, theirs) -> {
            Set<String> known = Constants.resources(theirs);
            Constants.of(ours).values().forEach(iri -> assertTrue(known.contains(iri), iri));
        });
    }

    @Test
    void propertiesOfJenaAreReadFromTheSameNames() {
        for (Property property : Set.of(Source.RANK, Source.PICTOGRAM, Source.POST_CODE)) {
            assertTrue(ontology.contains(property, RDF.type), property.getURI());
        }
    }
}
