package brussels.passerelle.edge.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list; {@code next} is there when there is more. */
public record Page<T>(List<T> items, @Nullable String next) {
    private static final int MOST = 200;
    private static final int USUAL = 50;

    /** How many rows a page has: what was asked for within 1 and 200, else 50. */
    public static int size(@Nullable Integer limit) {
        return limit == null ? USUAL : Math.clamp(limit, 1, MOST);
    }

    /** Makes a page of {@code size} from rows fetched with {@code size + 1}. */
    public static <R, T> Page<T> of(List<R> rows, int size, Function<R, Cursor> key, Function<R, T> item) {
        var shown = rows.subList(0, Math.min(size, rows.size()));
        var next = rows.size() > size ? key.apply(shown.getLast()).text() : null;
        return new Page<>(shown.stream().map(item).toList(), next);
    }

    /** A list that is bounded by nature, in one page. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }
}
