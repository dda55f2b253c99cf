package brussels.passerelle.registry.published;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The four kinds of entry that have an address of their own, {@code /id/{kind}/{id}}. */
public enum Kind {
    SERVICE,
    OFFER,
    ORGANISATION,
    PLACE;

    /** The word in addresses and in the outbox. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
