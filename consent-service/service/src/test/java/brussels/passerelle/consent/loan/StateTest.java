package brussels.passerelle.consent.loan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole table of a loan's life: every state, every act. */
class StateTest {
    private static final Instant UNTIL = Instant.parse("2026-11-23T15:00:00Z");

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = { //
            "OFFERED, GIVE, GIVEN", "OFFERED, PAUSE, -", "OFFERED, RESUME, -", "OFFERED, EXPIRE, EXPIRED",
            "OFFERED, END, ENDED", "GIVEN, GIVE, -", "GIVEN, PAUSE, PAUSED", "GIVEN, RESUME, -",
            "GIVEN, EXPIRE, EXPIRED", "GIVEN, END, ENDED", "PAUSED, GIVE, -", "PAUSED, PAUSE, -",
            "PAUSED, RESUME, GIVEN", "PAUSED, EXPIRE, EXPIRED", "PAUSED, END, ENDED", "EXPIRED, GIVE, -",
            "EXPIRED, PAUSE, -", "EXPIRED, RESUME, -", "EXPIRED, EXPIRE, -", "EXPIRED, END, -", "ENDED, GIVE, -",
            "ENDED, PAUSE, -", "ENDED, RESUME, -", "ENDED, EXPIRE, -", "ENDED, END, -"})
    void followsTheTable(State from, State.Act act, State to) {
        assertEquals(Optional.ofNullable(to), from.after(act));
    }

    @ParameterizedTest
    @CsvSource({"GIVEN, -1, GIVEN", "GIVEN, 0, EXPIRED", "GIVEN, 1, EXPIRED", "PAUSED, -1, PAUSED",
            "PAUSED, 0, EXPIRED",
            "OFFERED, 0, EXPIRED", "ENDED, -1, ENDED", "ENDED, 1, ENDED", "EXPIRED, 1, EXPIRED"})
    void timeEndsALoanWhetherOrNotAnybodyWroteItDown(State written, long seconds, State real) {
        assertEquals(real, written.at(UNTIL.plusSeconds(seconds), UNTIL));
    }

    @Test
    void textsComeBack() {
        for (var state : State.values()) {
            assertEquals(Optional.of(state), State.of(state.text()));
        }
        assertEquals(Optional.empty(), State.of("GIVEN"));
        assertEquals(Optional.empty(), State.of("elsewhere"));
    }
}
