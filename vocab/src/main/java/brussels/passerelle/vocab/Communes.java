package brussels.passerelle.vocab;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** What is known of a commune beside its names. */
public final class Communes {

    private static final Map<String, String> REFNIS_BY_POST_CODE = read(Index.read());

    private Communes() {}

    /** The commune with this post code; Brussels has several. */
    public static Optional<Concept> byPostCode(String postCode) {
        return Optional.ofNullable(REFNIS_BY_POST_CODE.get(postCode)).flatMap(Scheme.COMMUNE::find);
    }

    private static Map<String, String> read(Properties properties) {
        return Scheme.COMMUNE.concepts().stream().map(Concept::notation)
                .flatMap(refnis -> Index.words(properties.getProperty("commune." + refnis + ".postCodes", "")).stream()
                        .map(postCode -> Map.entry(postCode, refnis)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
