package brussels.passerelle.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', value = {"ar|fr|AR", "-|-|FR", "-|nl-BE,nl;q=0.9,en;q=0.8|NL",
            "-|pl,de;q=0.5|DE", "-|en;q=0.2,ar;q=0.9|AR",
            "xx|de|DE", "-|;;;q=x|FR", "-|pl|FR", "-|en;q=0|FR", "EN|fr|EN", "ar-SY|-|AR"})
    void chosenFirstThenPreferredThenFrench(String chosen, String header, Language expected) {
        assertEquals(expected, Language.negotiate(chosen, header));
    }

    @Test
    void onlyArabicRunsRightToLeft() {
        for (var language : Language.values()) {
            assertEquals(language == Language.AR ? "rtl" : "ltr", language.dir());
            assertEquals(language.code(), language.locale().getLanguage());
            assertTrue(!language.ownName().isBlank());
        }
    }
}
