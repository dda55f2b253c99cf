package brussels.passerelle.edge.header;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import brussels.passerelle.edge.problem.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"-,*,-,1", "\"1\",-,1,2", "\"41\",-,41,42"})
    void allowsWhatIsAsItWasSaid(String ifMatch, String ifNoneMatch, Integer present, int next) {
        assertEquals(next, Condition.parse(ifMatch, ifNoneMatch).next(present));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"-,*,1", "\"1\",-,-", "\"1\",-,2", "\"3\",-,2"})
    void refusesWhatChangedMeanwhile(String ifMatch, String ifNoneMatch, Integer present) {
        var condition = Condition.parse(ifMatch, ifNoneMatch);
        assertEquals("preconditionFailed",
                assertThrows(Refused.class, () -> condition.next(present)).failure().problem());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"*,-", "W/\"1\",-", "1,-", "\"0\",-", "\"1\",*", "-,\"1\"",
            "\"99999999999\",-"})
    void refusesWhatItDoesNotUnderstand(String ifMatch, String ifNoneMatch) {
        assertEquals("badInput",
                assertThrows(Refused.class, () -> Condition.parse(ifMatch, ifNoneMatch)).failure().problem());
    }

    @Test
    void aWriteWithoutAConditionIsRefused() {
        assertEquals("preconditionRequired",
                assertThrows(Refused.class, () -> Condition.parse(null, null)).failure().problem());
    }
}
