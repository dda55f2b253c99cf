package brussels.passerelle.edge.limit;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table for people and programs.
 *
 * @param unit times, items, bytes or days
 * @param seconds length of the counting window, when there is one
 * @param label one sentence in the language of the reader
 */
public record LimitRow(String name, long amount, String unit, @Nullable Long seconds, String per, String label) {
    private static final ResourceBundle.Control EXACT = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public static List<LimitRow> table(Locale language) {
        var labels = ResourceBundle.getBundle("brussels.passerelle.edge.limit.limits", language,
                LimitRow.class.getClassLoader(), EXACT);
        return Stream.of(Limit.values()).map(limit -> row(limit, labels.getString(limit.text()))).toList();
    }

    private static LimitRow row(Limit limit, String label) {
        var window = limit.window();
        return new LimitRow(limit.text(), limit.amount(), limit.unit().name().toLowerCase(Locale.ROOT),
                window == null ? null : window.toSeconds(), limit.per().name().toLowerCase(Locale.ROOT), label);
    }
}
