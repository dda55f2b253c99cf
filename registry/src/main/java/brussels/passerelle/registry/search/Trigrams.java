package brussels.passerelle.registry.search;

import java.util.HashSet;
import java.util.Set;

/** How alike two folded words are, as pg_trgm counts it: shared trigrams over all trigrams, 0 to 1. */
final class Trigrams {
    private Trigrams() {}

    static double likeness(String one, String other) {
        Set<String> ours = of(one);
        Set<String> theirs = of(other);
        var shared = new HashSet<>(ours);
        shared.retainAll(theirs);
        int all = ours.size() + theirs.size() - shared.size();
        return all == 0 ? 0 : (double) shared.size() / all;
    }

    private static Set<String> of(String word) {
        String padded = "  " + word + " ";
        var trigrams = new HashSet<String>();
        for (int i = 0; i + 3 <= padded.length(); i++)
            trigrams.add(padded.substring(i, i + 3));
        return trigrams;
    }
}
