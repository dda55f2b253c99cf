package brussels.passerelle.consent.loan;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import brussels.passerelle.consent.harness.Lendable;
import brussels.passerelle.edge.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewLoanTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private final Lendable lendable = Lendable.oneVersion(Lendable.newId());

    @Test
    void readsALoan() {
        var loan = parse(lendable.json());
        assertEquals(1, loan.items().size());
        assertEquals(lendable.recipient(), loan.items().getFirst().recipient());
    }

    @Test
    void aLoanOfNoPapersCannotExist() {
        assertRefused("badInput", lendable.json().replaceAll("\"items\":\\[.*?\\]", "\"items\":[]"));
    }

    @Test
    void noPaperTwice() {
        assertRefused("badInput", lendable.json().replaceAll("\"items\":\\[(.*?)\\]", "\"items\":[$1,$1]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"\"version\":1|\"version\":0", "\"loan\":|\"lone\":",
            "\"actions\":[\"look\"]|\"actions\":[\"save\"]", "\"actions\":[\"look\"]|\"actions\":[]",
            "\"crv\":\"P-256\"|\"crv\":\"P-384\"", "Z\"|+00:00\"", "{\"actions\"|{\"title\":\"x\",\"actions\""})
    void refusesWhatItWasNotAskedFor(String part, String other) {
        assertRefused("badInput", lendable.json().replace(part, other));
    }

    @Test
    void refusesSealedKeysOfAnotherShape() {
        for (var jwe : lendable.misshapen()) {
            assertRefused("badSealedKey", lendable.withSealed(jwe).json());
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 3600, true", "0, 31622400, true", "0, 31622401, false", "0, 0, false", "10, 5, false",
            "-7200, -3600, false", "-7200, 1, true", "31622400, 31622500, true", "31622401, 31622500, false"})
    void aWindowEndsInTheFutureAndIsNotTooLong(long from, long until, boolean allowed) {
        var loan = parse(lendable.within(NOW.plusSeconds(from), NOW.plusSeconds(until)).json());
        if (allowed) {
            assertDoesNotThrow(() -> loan.checkWindow(NOW));
        } else {
            assertEquals("badWindow",
                    assertThrows(Refused.class, () -> loan.checkWindow(NOW)).failure().problem());
        }
    }

    private static NewLoan parse(String json) {
        return NewLoan.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String name, String json) {
        assertEquals(name, assertThrows(Refused.class, () -> parse(json)).failure().problem());
    }
}
