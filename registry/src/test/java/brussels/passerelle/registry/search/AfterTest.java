package brussels.passerelle.registry.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import brussels.passerelle.edge.problem.Refused;

class AfterTest {
    private static final Criteria QUESTION = Criteria.read("douche", null, null, null).orElseThrow();
    private static final After LINE = new After(187, "douches et lavoir l escale", "escale-douches-1");

    @Test
    void comesBackAsItWas() {
        assertEquals(Optional.of(LINE), After.read(LINE.text(QUESTION), QUESTION));
        assertEquals(Optional.empty(), After.read(null, QUESTION));
    }

    @Test
    void continuesOnlyItsOwnQuestion() {
        Criteria other = Criteria.read("repas", null, null, null).orElseThrow();
        assertThrows(Refused.class, () -> After.read(LINE.text(QUESTION), other));
    }

    @Test
    void refusesWhatWeDidNotWrite() {
        for (String text : new String[]{"", "x", "!!!", LINE.text(QUESTION).substring(3), "MR9h"})
            assertThrows(Refused.class, () -> After.read(text, QUESTION), text);
    }
}
