package brussels.passerelle.registry.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import brussels.passerelle.registry.Examples;

class ListingTest {
    @Test
    void isFoundByNamesNeedsAndCommuneInEveryLanguage() {
        Listing listing = Listing.of(Examples.open());
        for (String word : List.of("lavoir", "wassalon", "showers", "tussenstop", "molenbeek", "dusche"))
            assertTrue(listing.body().contains(word), word + " in " + listing.body());
        assertEquals("douches et lavoir l escale fictif", listing.title());
        assertEquals(List.of("21012"), listing.communes());
    }

    @Test
    void addressesOfQuestionsAreStable() {
        Criteria question = Criteria.read("douche & savon", "shower", "1080", null).orElseThrow();
        assertEquals("/search?q=douche+%26+savon&need=shower&commune=21012", Question.address(question, null));
        assertEquals("/search", Question.address(Criteria.read(null, null, null, null).orElseThrow(), null));
    }
}
