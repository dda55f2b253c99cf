package brussels.passerelle.consent.arrival;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an arrival wants. Pure. */
public enum Act {
    /** A paper by a helper. */
    ADD,
    /** Another title, kind or date, proposed by a helper. */
    FILE,
    /** A loan, prepared by a helper. */
    ASK,
    /** A paper by an agency. */
    DEPOSIT;

    /** Whether it brings the bytes of a paper. */
    public boolean brings() {
        return this == ADD || this == DEPOSIT;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Act> of(String text) {
        return Stream.of(values()).filter(act -> act.text().equals(text)).findFirst();
    }
}
