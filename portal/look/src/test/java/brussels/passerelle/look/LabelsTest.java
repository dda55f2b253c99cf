package brussels.passerelle.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelsTest {
    private final Labels labels = Labels.beside(Labels.class);

    @Test
    void everySentenceExistsInEveryLanguage() {
        var keys = labels.keys(Language.FR);
        assertFalse(keys.isEmpty());
        for (var language : Language.values()) {
            assertEquals(keys, labels.keys(language), language.code());
            keys.forEach(key -> assertFalse(labels.text(language, key).isBlank(), key));
        }
    }

    @Test
    void anUnknownSentenceStopsThePage() {
        assertThrows(IllegalArgumentException.class, () -> labels.text(Language.FR, "nowhere"));
    }

    @Test
    void valuesAreNotReadAsPlaceholdersOfNothing() {
        assertEquals("Langue", labels.text(Language.FR, "languages", Map.of("languages", "x")));
    }
}
