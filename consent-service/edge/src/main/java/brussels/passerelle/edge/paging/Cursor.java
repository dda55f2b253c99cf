package brussels.passerelle.edge.paging;

import brussels.passerelle.edge.problem.Failure;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sort key of the last row of a page, opaque to clients. It carries no right: what a caller may see is decided
 * again for every page, so a made-up cursor only chooses where one's own list goes on.
 */
public record Cursor(List<String> key) {
    private static final String MARK = "1\u001f";

    public Cursor {
        key = List.copyOf(key);
    }

    public static Cursor of(Object... key) {
        return new Cursor(List.of(key).stream().map(Object::toString).toList());
    }

    public String text() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((MARK + String.join("\u001f", key)).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what a client sent back; null stays null.
     *
     * @param parts how many parts the key of this list has
     * @throws brussels.passerelle.edge.problem.Refused badCursor
     */
    public static @Nullable Cursor parse(@Nullable String text, int parts) {
        if (text == null) {
            return null;
        }
        if (text.length() > 400) {
            throw Failure.Plain.BAD_CURSOR.refused();
        }
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var key = plain.startsWith(MARK)
                    ? List.of(plain.substring(MARK.length()).split("\u001f", -1))
                    : List.<String>of();
            if (key.size() == parts) {
                return new Cursor(key);
            }
        } catch (IllegalArgumentException notBase64) {
            // refused below, like every other text that is not ours
        }
        throw Failure.Plain.BAD_CURSOR.refused();
    }

    /** A part as a number, or the refusal {@code badCursor}. */
    public long number(int part) {
        try {
            return Long.parseLong(key.get(part));
        } catch (NumberFormatException notANumber) {
            throw Failure.Plain.BAD_CURSOR.refused();
        }
    }
}
