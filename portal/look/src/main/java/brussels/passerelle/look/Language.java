package brussels.passerelle.look;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A language the interface speaks, with its own name for itself and the direction it is written in. */
public enum Language {
    FR("Français"),
    NL("Nederlands"),
    EN("English"),
    DE("Deutsch"),
    AR("العربية");

    private final String ownName;

    Language(String ownName) {
        this.ownName = ownName;
    }

    /** BCP 47 tag: {@code fr}, {@code nl}, {@code en}, {@code de} or {@code ar}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** One or two letters, where the full name has no room. */
    public String shortName() {
        return this == AR ? "ع" : name();
    }

    /** {@code ltr} or {@code rtl}, as in the HTML attribute {@code dir}. */
    public String dir() {
        return this == AR ? "rtl" : "ltr";
    }

    /** The locale for dates and numbers, with the region most readers here expect. */
    public Locale locale() {
        return this == AR ? Locale.of("ar", "MA") : this == EN ? Locale.UK : Locale.of(code(), "BE");
    }

    /** The language of a tag such as {@code fr} or {@code fr-BE}; empty when we do not speak it. */
    public static Optional<Language> of(@Nullable String tag) {
        if (tag == null) {
            return Optional.empty();
        }
        var code = Locale.forLanguageTag(tag.strip()).getLanguage();
        return Stream.of(values()).filter(language -> language.code().equals(code)).findFirst();
    }

    /**
     * The language of an answer: what was chosen by hand, else what the browser prefers (RFC 9110, Accept-Language), else French.
     *
     * @param chosen the parameter {@code lang}, when there is one
     * @param acceptLanguage the header as received; a malformed one counts as absent
     */
    public static Language negotiate(@Nullable String chosen, @Nullable String acceptLanguage) {
        return of(chosen).or(() -> preferred(acceptLanguage)).orElse(FR);
    }

    private static Optional<Language> preferred(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        return ranges(header).stream().filter(range -> range.getWeight() > 0)
                .sorted(Comparator.comparingDouble(LanguageRange::getWeight).reversed())
                .map(range -> of(range.getRange()))
                .flatMap(Optional::stream).findFirst();
    }

    private static List<LanguageRange> ranges(String header) {
        try {
            return LanguageRange.parse(header);
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}
