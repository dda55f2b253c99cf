package brussels.passerelle.web;

import brussels.passerelle.look.Labels;
import brussels.passerelle.look.Language;

/** The sentences of one language, short to call from a template. */
public record Words(Labels labels, Language language) {
    public String of(String key) {
        return labels.text(language, key);
    }
}
