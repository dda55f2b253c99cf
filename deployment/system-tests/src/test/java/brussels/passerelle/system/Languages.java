package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whether words are in the person's language, told without knowing the words: Arabic is the one with its own script. */
final class Languages {
    private Languages() {}

    static void assertArabic(String text) {
        var letters = text.codePoints().filter(Character::isLetter).toArray();
        var arabic = java.util.Arrays.stream(letters)
                .filter(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC).count();
        assertTrue(arabic > 5 && arabic * 2 > letters.length, "not in Arabic: " + text);
    }
}
