package brussels.passerelle.registry.page;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Map;

import brussels.passerelle.look.Labels;
import brussels.passerelle.look.Language;
import brussels.passerelle.registry.published.Text;
import brussels.passerelle.registry.published.Texts;
import brussels.passerelle.vocab.Scheme;

/** Everything a page says, in the reader's language. */
public record Words(Language language) {
    private static final Labels LABELS = Labels.beside(Words.class);

    public String text(String key) {
        return LABELS.text(language, key);
    }

    public String text(String key, String name, String value) {
        return LABELS.text(language, key, Map.of(name, value));
    }

    /** The name of an entry, or its stand-in in another language, which the page marks. */
    public Text shown(Texts texts) {
        return texts.in(language.code());
    }

    /** The name of a code in its list. */
    public Text label(Scheme scheme, String notation) {
        var label = scheme.find(notation).orElseThrow().label(language.code());
        return new Text(label.text(), label.language(), !label.language().equals(language.code()));
    }

    public List<Text> labels(Scheme scheme, List<String> notations) {
        return notations.stream().map(notation -> label(scheme, notation)).toList();
    }

    public String pictogram(Scheme scheme, String notation) {
        return scheme.find(notation).orElseThrow().pictogram();
    }

    public String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, language.locale());
    }

    /** How the stand-in's language is called here, for those who hear the page. */
    public String inLanguage(Text text) {
        return text("in." + text.language());
    }
}
