package brussels.passerelle.consent.meeting;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be said at a meeting after its offer, each once: first by who came, then by who waited, then by who came. */
enum Part {
    ANSWER,
    REPLY,
    CLOSING;

    static Optional<Part> parse(String text) {
        return Stream.of(values()).filter(part -> part.text().equals(text)).findFirst();
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
