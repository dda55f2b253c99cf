package brussels.passerelle.registry.published;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Folds words of any of our languages to ASCII, so that accents, case and script do not matter, whatever the locale of the
 * database. Arabic becomes a consonant skeleton in Latin letters: not a transliteration to read, only a stable key.
 */
public final class Fold {
    private static final Map<Integer, String> LETTERS = letters("ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءپچگ",
            "abttjhkddrzscsdtzegfqklmnhwyhyapcg");
    private static final Set<String> SMALL = Set.of("de", "du", "des", "la", "le", "les", "un", "une", "et", "ou", "en",
            "au",
            "het", "een", "van", "voor", "the", "an", "of", "for", "and", "or", "to", "der", "die", "das", "und", "fur",
            "fy",
            "mn", "aly");
    private static final int MOST_WORDS = 8;

    private Fold() {}

    /** Lower-case ASCII letters and digits, single spaces between words; empty for text without any. */
    public static String text(String text) {
        var folded = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT).codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK && c != 'ـ').forEach(c -> {
                    if (c < 128)
                        folded.appendCodePoint(Character.isLetterOrDigit(c) ? c : ' ');
                    else
                        folded.append(LETTERS.getOrDefault(c, " "));
                });
        return folded.toString().strip().replaceAll(" +", " ");
    }

    /** The words that carry meaning, at most eight; articles and single letters say nothing. */
    public static List<String> words(String text) {
        return Stream.of(text(text).split(" ")).filter(word -> word.length() > 1 && !SMALL.contains(word)).distinct()
                .limit(MOST_WORDS).toList();
    }

    private static Map<Integer, String> letters(String from, String to) {
        var letters = new HashMap<Integer, String>(Map.of((int) 'œ', "oe", (int) 'æ', "ae", (int) 'ß', "ss",
                (int) 'ø', "o", (int) 'ł', "l", (int) 'đ', "d", (int) 'ı', "i"));
        for (int i = 0; i < from.length(); i++)
            letters.put((int) from.charAt(i), to.substring(i, i + 1));
        return Map.copyOf(letters);
    }
}
