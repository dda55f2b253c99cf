package brussels.passerelle.registry.search;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of answers.
 *
 * @param count all answers to the question, counted to at most {@link #COUNTED_TO}
 * @param next  the cursor of the following page, absent on the last one
 */
public record Answer(List<Hit> hits, int count, @Nullable String next) {
    /** Beyond this, "more than" is enough for everybody. */
    public static final int COUNTED_TO = 500;
}
