package brussels.passerelle.registry.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldTest {
    @ParameterizedTest
    @CsvSource({"Hébergement d’URGENCE, hebergement d urgence", "Übergangswohnung, ubergangswohnung", "cœur, coeur",
            "Straße, strasse", "Médiation  de-dettes!, mediation de dettes", "'', ''"})
    void dropsAccentsCaseAndPunctuation(String text, String folded) {
        assertEquals(folded, Fold.text(text));
    }

    @Test
    void foldsArabicWithAndWithoutVowelSigns() {
        assertEquals(Fold.text("مأوى"), Fold.text("مَأْوَى"));
        assertEquals(Fold.text("ماوي"), Fold.text("مأوى"));
        assertTrue(Fold.text("مأوى ليلي").matches("[a-z ]+"));
    }

    @Test
    void keepsOnlyWordsThatSaySomething() {
        assertEquals(List.of("adresse", "reference"), Fold.words("une adresse de référence"));
        assertEquals(List.of(), Fold.words("de la à"));
        assertEquals(8, Fold.words("aa bb cc dd ee ff gg hh ii jj").size());
    }
}
