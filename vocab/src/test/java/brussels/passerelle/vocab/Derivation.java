package brussels.passerelle.vocab;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.SKOS;

/** How the files that programs read at run time follow from the Turtle. Pure: the same source gives the same bytes. */
record Derivation(Source source) {

    /** For TypeScript: one member per list, so that a bundler can leave out the lists a page does not use. */
    String json() {
        return Arrays.stream(Scheme.values())
                .map(scheme -> "\"" + scheme.key() + "\": [\n"
                        + source.concepts(scheme).stream().map(concept -> "  " + entry(concept))
                                .collect(Collectors.joining(",\n"))
                        + "\n]")
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }

    /** For Java: read by the JDK alone. */
    String properties() {
        StringBuilder lines = new StringBuilder("# Derived from the Turtle beside it; see Derivation in the tests.\n");
        for (Scheme scheme : Scheme.values()) {
            line(lines, scheme.key(),
                    source.concepts(scheme).stream().map(Source::notation).collect(Collectors.joining(" ")));
            source.concepts(scheme).forEach(concept -> lines(lines, scheme, concept));
        }
        return lines.toString();
    }

    /** For whoever draws: every key that some concept carries. */
    String pictograms() {
        return Arrays.stream(Scheme.values()).flatMap(scheme -> source.concepts(scheme).stream()).map(Source::pictogram)
                .sorted().distinct().map(key -> key + "\n").collect(Collectors.joining());
    }

    private static JsonObject entry(Resource concept) {
        JsonObjectBuilder entry = Json.createObjectBuilder().add("iri", concept.getURI())
                .add("notation", Source.notation(concept)).add("pictogram", Source.pictogram(concept));
        Source.broader(concept).ifPresent(broader -> entry.add("broader", Source.notation(broader)));
        if (!Source.postCodes(concept).isEmpty()) {
            entry.add("postCodes", Json.createArrayBuilder(Source.postCodes(concept)));
        }
        entry.add("labels", object(Source.texts(concept, SKOS.prefLabel)));
        Map<String, String> definitions = Source.texts(concept, SKOS.definition);
        return (definitions.isEmpty() ? entry : entry.add("definitions", object(definitions))).build();
    }

    private static JsonObjectBuilder object(Map<String, String> texts) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        texts.forEach(object::add);
        return object;
    }

    private static void lines(StringBuilder lines, Scheme scheme, Resource concept) {
        String at = scheme.key() + "." + Source.notation(concept) + ".";
        line(lines, at + "iri", concept.getURI());
        line(lines, at + "pictogram", Source.pictogram(concept));
        Source.broader(concept).ifPresent(broader -> line(lines, at + "broader", Source.notation(broader)));
        if (!Source.postCodes(concept).isEmpty()) {
            line(lines, at + "postCodes", String.join(" ", Source.postCodes(concept)));
        }
        Source.texts(concept, SKOS.prefLabel).forEach((language, text) -> line(lines, at + "label." + language, text));
        Source.texts(concept, SKOS.definition)
                .forEach((language, text) -> line(lines, at + "definition." + language, text));
    }

    private static void line(StringBuilder lines, String key, String value) {
        lines.append(key).append('=').append(value.replace("\\", "\\\\").replace("\n", "\\n")).append('\n');
    }
}
