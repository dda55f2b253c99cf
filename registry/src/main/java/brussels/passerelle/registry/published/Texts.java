package brussels.passerelle.registry.published;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

/**
 * One text in the languages it was written in. French and Dutch are always there (both are official in Brussels); the others
 * may be missing, and then the reader is shown French, marked as such.
 */
@Embeddable
public record Texts(String fr, String nl, @Nullable String en, @Nullable String de, @Nullable String ar) {
    /** The text in the wanted language (BCP 47 primary tag), or in French when it was not written in that one. */
    public Text in(String language) {
        String wanted = exactly(language);
        return wanted == null ? new Text(fr, "fr", true) : new Text(wanted, language, false);
    }

    /** Every form that exists, keyed by language tag. */
    public Map<String, String> all() {
        var forms = new LinkedHashMap<String, String>();
        for (String language : new String[]{"fr", "nl", "en", "de", "ar"}) {
            String form = exactly(language);
            if (form != null)
                forms.put(language, form);
        }
        return forms;
    }

    private @Nullable String exactly(String language) {
        return switch (language) {
            case "fr" -> fr;
            case "nl" -> nl;
            case "en" -> en;
            case "de" -> de;
            case "ar" -> ar;
            default -> null;
        };
    }
}
