package brussels.passerelle.vocab;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The lists as they are at run time: read from concepts.properties, which is derived from the Turtle, so that nobody
 * needs an RDF library, or a second at start, to show a list.
 */
final class Index {

    private static final List<String> LANGUAGES = List.of("fr", "nl", "en", "de", "ar");

    /** Last of the constants: reading needs the others. */
    static final Index LOADED = new Index(read());

    private final Map<Scheme, Map<String, Concept>> schemes = new EnumMap<>(Scheme.class);

    private Index(Properties properties) {
        for (Scheme scheme : Scheme.values()) {
            Map<String, Concept> concepts = new LinkedHashMap<>();
            for (String notation : words(required(properties, scheme.key()))) {
                concepts.put(notation, concept(properties, scheme, notation));
            }
            schemes.put(scheme, concepts);
        }
    }

    List<Concept> concepts(Scheme scheme) {
        return List.copyOf(of(scheme).values());
    }

    Optional<Concept> find(Scheme scheme, String notation) {
        return Optional.ofNullable(of(scheme).get(notation));
    }

    private Map<String, Concept> of(Scheme scheme) {
        return Objects.requireNonNull(schemes.get(scheme));
    }

    static List<String> words(String text) {
        return Arrays.stream(text.split(" ", -1)).filter(word -> !word.isEmpty()).toList();
    }

    static Properties read() {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(Resources.open("concepts.properties"), UTF_8)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }

    private static Concept concept(Properties properties, Scheme scheme, String notation) {
        String at = scheme.key() + "." + notation + ".";
        return new Concept(required(properties, at + "iri"), notation, scheme,
                Optional.ofNullable(properties.getProperty(at + "broader")), required(properties, at + "pictogram"),
                texts(properties, at + "label."), texts(properties, at + "definition."));
    }

    private static Map<String, String> texts(Properties properties, String at) {
        return LANGUAGES.stream().filter(language -> properties.getProperty(at + language) != null)
                .collect(Collectors.toMap(language -> language, language -> required(properties, at + language)));
    }

    private static String required(Properties properties, String key) {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IllegalStateException("concepts.properties lacks " + key);
        }
        return value;
    }
}
