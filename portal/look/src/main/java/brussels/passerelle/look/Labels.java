package brussels.passerelle.look;

import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The sentences people see, one flat JSON file per language: {@code labels/fr.json} beside a class. Placeholders are {@code {name}}. A sentence that is
 * asked for and does not exist is a fault of ours and stops the page; it is never shown as a bare key.
 */
public final class Labels {
    private final Map<Language, Map<String, String>> sentences;

    private Labels(Map<Language, Map<String, String>> sentences) {
        this.sentences = sentences;
    }

    /** Reads the five files from the folder {@code labels} in the package of {@code anchor}. */
    public static Labels beside(Class<?> anchor) {
        var read = new EnumMap<Language, Map<String, String>>(Language.class);
        for (var language : Language.values()) {
            read.put(language, read(anchor, language));
        }
        return new Labels(read);
    }

    public String text(Language language, String key) {
        var text = of(language).get(key);
        if (text == null) {
            throw new IllegalArgumentException("no sentence " + key + " in " + language);
        }
        return text;
    }

    /** The sentence with its placeholders filled; the values are plain text, escaped by the template and not here. */
    public String text(Language language, String key, Map<String, String> values) {
        var text = text(language, key);
        for (var value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }

    public Set<String> keys(Language language) {
        return of(language).keySet();
    }

    private Map<String, String> of(Language language) {
        return sentences.getOrDefault(language, Map.of());
    }

    private static Map<String, String> read(Class<?> anchor, Language language) {
        var name = "labels/" + language.code() + ".json";
        try (var stream = anchor.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("missing " + name + " beside " + anchor.getName());
            }
            try (var reader = Json.createReader(new java.io.InputStreamReader(stream, StandardCharsets.UTF_8))) {
                var read = new LinkedHashMap<String, String>();
                reader.readObject().forEach((key, value) -> read.put(key, ((JsonString) value).getString()));
                return Map.copyOf(read);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
