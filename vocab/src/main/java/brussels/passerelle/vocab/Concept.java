package brussels.passerelle.vocab;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of a list.
 *
 * @param iri         its identifier in linked data
 * @param notation    its stable code, the last segment of the IRI; what loans, manifests and addresses carry
 * @param broader     the notation of the entry above it, in the same list (of a commune: its region)
 * @param pictogram   the key of its drawing in the shared sprite
 * @param labels      language tag to name
 * @param definitions language tag to definition; empty for places and languages
 */
public record Concept(String iri, String notation, Scheme scheme, Optional<String> broader, String pictogram,
        Map<String, String> labels, Map<String, String> definitions) {

    private static final List<String> STAND_INS = List.of("fr", "nl", "en", "de");

    public Concept {
        labels = Map.copyOf(labels);
        definitions = Map.copyOf(definitions);
    }

    /** The name in the language, or else in the first of fr, nl, en, de that exists. */
    public Text label(String language) {
        return pick(labels, language).orElseThrow();
    }

    /** The definition in the language, or else in the first of fr, nl, en, de that exists. */
    public Optional<Text> definition(String language) {
        return pick(definitions, language);
    }

    private static Optional<Text> pick(Map<String, String> texts, String language) {
        String exact = texts.get(language);
        if (exact != null) {
            return Optional.of(new Text(exact, language));
        }
        return STAND_INS.stream().filter(texts::containsKey).findFirst()
                .map(standIn -> new Text(texts.getOrDefault(standIn, ""), standIn));
    }
}
