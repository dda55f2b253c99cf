package brussels.passerelle.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import brussels.passerelle.look.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabelsTest {
    @ParameterizedTest
    @EnumSource
    void everySentenceExistsInEveryLanguage(Language language) {
        assertEquals(Portal.LABELS.keys(Language.FR), Portal.LABELS.keys(language));
        Portal.LABELS.keys(language).forEach(key -> assertFalse(Portal.LABELS.text(language, key).isBlank(), key));
    }

    @ParameterizedTest
    @EnumSource
    void everyPageHasATitle(PublicPage page) {
        assertFalse(Portal.LABELS.text(Language.DE, page.view() + ".title").isBlank());
    }
}
