package brussels.passerelle.consent.mandate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import brussels.passerelle.consent.mandate.HelpPolicy.Act;
import brussels.passerelle.consent.mandate.HelpPolicy.Facts;
import brussels.passerelle.consent.mandate.HelpPolicy.Reason;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.mandate.Right;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HelpPolicyTest {
    private static final Instant FROM = Instant.parse("2026-11-22T15:00:00Z");
    private static final Instant UNTIL = FROM.plusSeconds(7200);

    private static Facts facts(Set<Right> rights, Instant now, boolean shared) {
        return new Facts(rights, FROM, UNTIL, null, shared, now);
    }

    /** Rights, then for each act whether it is permitted: one line a kind of helper. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "add                     | ADD SEE",
            "file                    | FILE SEE",
            "ask                     | ASK SEE",
            "print                   | SEE",
            "read                    | LOOK SEE",
            "print read              | LOOK PRINT SEE",
            "add file print ask read | ADD FILE ASK LOOK PRINT SEE"})
    void rightsAreSeparate(String rights, String permitted) throws Damaged {
        var given = Right.of(List.of(rights.split(" ", -1)));
        var allowed = List.of(permitted.split(" ", -1));
        for (var act : Act.values()) {
            var reason = HelpPolicy.deny(act, facts(given, FROM, true));
            assertEquals(allowed.contains(act.name()) ? null : Reason.RIGHT_MISSING, reason, act + " with " + rights);
        }
    }

    @ParameterizedTest
    @EnumSource
    void timeDecidesBeforeRights(Act act) {
        var all = Set.of(Right.values());
        assertEquals(Reason.MANDATE_NOT_STARTED, HelpPolicy.deny(act, facts(all, FROM.minusSeconds(1), true)));
        assertNull(HelpPolicy.deny(act, facts(all, FROM, true)));
        assertNull(HelpPolicy.deny(act, facts(all, UNTIL.minusSeconds(1), true)));
        assertEquals(Reason.MANDATE_EXPIRED, HelpPolicy.deny(act, facts(all, UNTIL, true)));
        assertEquals(Reason.MANDATE_ENDED,
                HelpPolicy.deny(act, new Facts(all, FROM, UNTIL, FROM.plusSeconds(1), true, FROM.plusSeconds(2))));
    }

    /** Only what the holder laid out is read; adding and proposing need nothing laid out. */
    @Test
    void whatIsNotLaidOutIsNotRead() {
        var all = Set.of(Right.values());
        for (var act : Act.values()) {
            var wanted = act == Act.LOOK || act == Act.PRINT ? Reason.NOT_SHARED : null;
            assertEquals(wanted, HelpPolicy.deny(act, facts(all, FROM, false)), act.name());
        }
    }
}
