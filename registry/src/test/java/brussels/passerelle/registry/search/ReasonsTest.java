package brussels.passerelle.registry.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import brussels.passerelle.registry.Examples;
import brussels.passerelle.registry.published.Entry;

class ReasonsTest {
    @Test
    void aWiderNeedIsExplainedByTheOnesMet() {
        assertEquals(List.of(new Reason.MeetsNeed("laundry"), new Reason.MeetsNeed("shower")),
                of(null, "dailyLife", null, null, Examples.open()));
    }

    @Test
    void aCommuneIsWhereItIsWhereItComesOrWhereItHides() {
        assertEquals(List.of(new Reason.IsIn("21012")), of(null, null, "1080", null, Examples.open()));
        assertEquals(List.of(new Reason.ComesTo("21010")), of(null, null, "21010", null, Examples.mobile()));
        assertEquals(List.of(new Reason.HiddenIn("21012")), of(null, null, "21012", null, Examples.hidden()));
    }

    @Test
    void everyoneIncludesTheGroupAskedFor() {
        assertEquals(List.of(new Reason.ReceivesEveryone()), of(null, null, null, "women", Examples.open()));
        assertEquals(List.of(new Reason.Receives("women")), of(null, null, null, "women", Examples.hidden()));
    }

    @Test
    void aWordIsShownAsItIsWritten() {
        assertEquals(List.of(new Reason.Says("lavoir", "lavoir", true)),
                of("Lavoir", null, null, null, Examples.open()));
        assertEquals(List.of(new Reason.Says("doches", "Douches", false)),
                of("doches", null, null, null, Examples.open()));
    }

    @Test
    void nothingAskedNothingExplained() {
        assertEquals(List.of(), of(null, null, null, null, Examples.open()));
    }

    private static List<Reason> of(String text, String need, String commune, String target, Entry.Offer offer) {
        return Reasons.of(Criteria.read(text, need, commune, target).orElseThrow(), offer);
    }
}
