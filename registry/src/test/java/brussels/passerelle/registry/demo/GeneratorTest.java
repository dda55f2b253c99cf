package brussels.passerelle.registry.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import brussels.passerelle.registry.entry.Directory;
import brussels.passerelle.registry.entry.Offer;
import brussels.passerelle.registry.entry.Organisation;
import brussels.passerelle.registry.entry.Service;
import brussels.passerelle.registry.published.Entry;
import brussels.passerelle.registry.published.Where;
import brussels.passerelle.vocab.Concept;
import brussels.passerelle.vocab.Scheme;

class GeneratorTest {
    private static final Directory DEMO = Generator.generate(Generator.SEED);
    private static final List<Entry.Organisation> SOCIETIES = DEMO.organisations().stream().map(Organisation::published)
            .toList();
    private static final List<Entry.Service> SERVICES = DEMO.services().stream().map(Service::published).toList();
    private static final List<Entry.Offer> OFFERS = DEMO.offers().stream().map(Offer::published).toList();

    @Test
    void isTheSameForTheSameSeed() {
        assertEquals(OFFERS, Generator.generate(Generator.SEED).offers().stream().map(Offer::published).toList());
        assertNotEquals(OFFERS,
                Generator.generate(Generator.SEED + 1).offers().stream().map(Offer::published).toList());
    }

    @Test
    void hasThreeHundredServicesEverywhereInEverySector() {
        assertTrue(SERVICES.size() >= 300, SERVICES.size() + " services");
        assertEquals(notations(Scheme.COMMUNE),
                OFFERS.stream().flatMap(offer -> offer.where().communes().stream()).collect(Collectors.toSet()));
        assertEquals(notations(Scheme.SECTOR),
                SOCIETIES.stream().map(Entry.Organisation::sector).collect(Collectors.toSet()));
    }

    @Test
    void answersEveryNeedSomewhere() {
        var met = SERVICES.stream().flatMap(service -> service.needs().stream()).collect(Collectors.toSet());
        var leaves = Scheme.NEED.concepts().stream().map(Concept::notation)
                .filter(need -> Scheme.NEED.narrower(need).isEmpty()).collect(Collectors.toSet());
        leaves.removeAll(met);
        assertEquals(Set.of(), leaves);
    }

    @Test
    void usesOnlyCodesOfTheVocabulary() {
        for (Entry.Service service : SERVICES) {
            assertTrue(notations(Scheme.SERVICE_TYPE).contains(service.type()), service.type());
            assertTrue(notations(Scheme.NEED).containsAll(service.needs()), service.id());
            assertTrue(notations(Scheme.TARGET_GROUP).containsAll(service.targets()), service.id());
            assertTrue(notations(Scheme.KIND).containsAll(service.evidence()), service.id());
        }
        for (Entry.Offer offer : OFFERS) {
            assertTrue(notations(Scheme.ADMISSION_MODE).contains(offer.admission()), offer.admission());
            assertTrue(notations(Scheme.LANGUAGE).containsAll(offer.languages()), offer.id());
        }
    }

    @Test
    void isClearlyInventedAndNobodyCanBeCalled() {
        for (Entry.Organisation society : SOCIETIES) {
            assertTrue(society.fictitious() && society.name().fr().endsWith("(fictif)"), society.id());
            assertTrue(society.phone().startsWith("+32 2 000 "), society.phone());
        }
        assertTrue(OFFERS.stream().allMatch(offer -> offer.phone().startsWith("+32 2 000 ")));
    }

    @Test
    void hasTheThreeThatTheDemonstrationLendsTo() {
        var ids = SOCIETIES.stream().map(Entry.Organisation::id).toList();
        assertTrue(ids.containsAll(List.of("cpas-molenbeek", "abri-du-canal", "relais-logement")), ids.toString());
        assertEquals(ids.size(), new HashSet<>(ids).size());
    }

    @Test
    void hasEveryKindOfPlaceAndMissingTranslations() {
        var kinds = OFFERS.stream().map(offer -> offer.where().getClass()).collect(Collectors.toSet());
        assertEquals(Set.of(Where.At.class, Where.Confidential.class, Where.Around.class), kinds);
        assertTrue(SERVICES.stream().anyMatch(service -> service.name().in("ar").fallback()));
        assertTrue(SERVICES.stream().anyMatch(service -> !service.name().in("ar").fallback()));
    }

    private static Set<String> notations(Scheme scheme) {
        return scheme.concepts().stream().map(Concept::notation).collect(Collectors.toSet());
    }
}
