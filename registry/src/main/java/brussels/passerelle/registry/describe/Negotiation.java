package brussels.passerelle.registry.describe;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Chooses a form by the Accept header (RFC 9110, 12.5.1): quality first, the more specific range decides, then our order. */
public final class Negotiation {
    private record Range(String type, double quality) {
        /** 2 for the very type, 1 for its family, 0 for anything, -1 for no match. */
        int closeness(String mediaType) {
            if (type.equals(mediaType))
                return 2;
            if (type.endsWith("/*") && mediaType.startsWith(type.substring(0, type.length() - 1)))
                return 1;
            return type.equals("*/*") ? 0 : -1;
        }
    }

    private Negotiation() {}

    /**
     * The form to serve an entry in.
     *
     * @param accept the header as received; none means that anything will do
     */
    public static Optional<Format> choose(@Nullable String accept) {
        return choose(accept, Arrays.stream(Format.values()).map(Format::mediaType).toList())
                .flatMap(type -> Arrays.stream(Format.values()).filter(format -> format.mediaType().equals(type))
                        .findFirst());
    }

    /** The best of the offered media types, or empty when none will do (406). */
    public static Optional<String> choose(@Nullable String accept, List<String> offered) {
        if (accept == null || accept.isBlank())
            return offered.stream().findFirst();
        List<Range> ranges = Stream.of(accept.split(",")).map(Negotiation::range).toList();
        return offered.stream().filter(type -> quality(type, ranges) > 0)
                .max(Comparator.comparingDouble((String type) -> quality(type, ranges))
                        .thenComparing(offered::indexOf, Comparator.reverseOrder()));
    }

    private static double quality(String type, List<Range> ranges) {
        return ranges.stream().filter(range -> range.closeness(type) >= 0)
                .max(Comparator.comparingInt(range -> range.closeness(type))).map(Range::quality).orElse(0.0);
    }

    private static Range range(String text) {
        String[] parts = text.strip().toLowerCase(Locale.ROOT).split(";");
        double quality = Stream.of(parts).skip(1).map(String::strip).filter(p -> p.startsWith("q=")).findFirst()
                .map(p -> weight(p.substring(2))).orElse(1.0);
        return new Range(parts[0].strip(), quality);
    }

    private static double weight(String text) {
        try {
            return Math.clamp(Double.parseDouble(text), 0, 1);
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
