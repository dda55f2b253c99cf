package brussels.passerelle.consent.loan;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The life of a loan as one table: what may follow on what. Pure. */
public enum State {
    OFFERED,
    GIVEN,
    PAUSED,
    EXPIRED,
    ENDED;

    /** What can happen to a loan. */
    public enum Act {
        GIVE,
        PAUSE,
        RESUME,
        EXPIRE,
        END
    }

    private static final Map<State, Map<Act, State>> TABLE = Map.of( //
            OFFERED, Map.of(Act.GIVE, GIVEN, Act.EXPIRE, EXPIRED, Act.END, ENDED), //
            GIVEN, Map.of(Act.PAUSE, PAUSED, Act.EXPIRE, EXPIRED, Act.END, ENDED), //
            PAUSED, Map.of(Act.RESUME, GIVEN, Act.EXPIRE, EXPIRED, Act.END, ENDED), //
            EXPIRED, Map.of(), //
            ENDED, Map.of());

    /** The state after an act; empty when the table does not know it. */
    public Optional<State> after(Act act) {
        return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(act));
    }

    /** The state as it is at a moment: time ends a loan whether or not anybody wrote it down. */
    public State at(Instant now, Instant until) {
        return now.isBefore(until) ? this : after(Act.EXPIRE).orElse(this);
    }

    public boolean over() {
        return this == EXPIRED || this == ENDED;
    }

    /** As the API and the database write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the text form. */
    public static Optional<State> of(String text) {
        return Optional.of(text).filter(one -> one.matches("[a-z]+")).flatMap(
                one -> java.util.Arrays.stream(values()).filter(state -> state.text().equals(one)).findFirst());
    }
}
