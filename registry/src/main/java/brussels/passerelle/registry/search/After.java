package brussels.passerelle.registry.search;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import brussels.passerelle.edge.paging.Cursor;
import brussels.passerelle.edge.problem.Failure;

/**
 * Where a page ended: the last line's own order, never a count of lines. What is added or dropped meanwhile can then neither
 * hide a line nor show one twice. It only continues the question it came from.
 *
 * @param score how well the words matched, higher first
 * @param title folded title, then {@code offer}, ascending
 */
record After(int score, String title, String offer) {
    String text(Criteria criteria) {
        return Cursor.of(criteria.digest(), score, title, offer).text();
    }

    /** Reads what {@link #text} wrote for this question; anything else is refused as {@code badCursor}. */
    static Optional<After> read(@Nullable String text, Criteria criteria) {
        Cursor cursor = Cursor.parse(text, 4);
        if (cursor == null)
            return Optional.empty();
        if (!cursor.key().getFirst().equals(criteria.digest()))
            throw Failure.Plain.BAD_CURSOR.refused();
        return Optional.of(new After(Math.toIntExact(cursor.number(1)), cursor.key().get(2), cursor.key().get(3)));
    }
}
