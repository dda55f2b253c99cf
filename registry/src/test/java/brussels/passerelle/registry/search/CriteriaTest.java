package brussels.passerelle.registry.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CriteriaTest {
    @Test
    void emptyParametersAskForNothing() {
        Criteria nothing = Criteria.read("", " ", null, "").orElseThrow();
        assertEquals(List.of(), nothing.words());
        assertEquals(List.of(), nothing.needs());
        assertEquals(List.of(), nothing.targets());
    }

    @Test
    void aNeedIsMetByEveryNeedBelowIt() {
        List<String> needs = Criteria.read(null, "sleep", null, null).orElseThrow().needs();
        assertTrue(needs.containsAll(List.of("sleep", "bedTonight", "safePlace")), needs.toString());
        assertFalse(needs.contains("food"));
    }

    @Test
    void aPersonMayGoWhereAWiderGroupIsReceived() {
        List<String> groups = Criteria.read(null, null, null, "womenWithChildren").orElseThrow().targets();
        assertEquals(List.of("everyone", "families", "womenWithChildren"), groups);
        assertFalse(Criteria.read(null, null, null, "families").orElseThrow().targets().contains("womenWithChildren"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"21012", "1080", "molenbeek-saint-jean", "Sint-Jans-Molenbeek"})
    void aCommuneHasACodeAPostCodeAndNames(String commune) {
        assertEquals("21012", Criteria.read(null, null, commune, null).orElseThrow().commune());
    }

    @Test
    void unknownCodesAreRefused() {
        assertTrue(Criteria.read(null, "gold", null, null).isEmpty());
        assertTrue(Criteria.read(null, null, "Paris", null).isEmpty());
        assertTrue(Criteria.read(null, null, null, "kings").isEmpty());
    }

    @Test
    void differentQuestionsHaveDifferentDigests() {
        String one = Criteria.read("douche", null, null, null).orElseThrow().digest();
        assertEquals(one, Criteria.read(" Douché ", null, null, null).orElseThrow().digest());
        assertNotEquals(one, Criteria.read("douche", "shower", null, null).orElseThrow().digest());
    }
}
