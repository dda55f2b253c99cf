package brussels.passerelle.edge.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import brussels.passerelle.edge.problem.Refused;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
    @Test
    void aCursorComesBackAsItWas() {
        var cursor = Cursor.of(1234567890123456L, "a|b/ü", 3);
        var back = Cursor.parse(cursor.text(), 3);
        assertEquals(cursor, back);
        assertEquals(1234567890123456L, back.number(0));
        assertNull(Cursor.parse(null, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "MQ", "Mh9h", "MR9hH2I", "aGVsbG8gd29ybGQ"})
    void whatIsNotOursIsRefused(String text) {
        assertEquals("badCursor", assertThrows(Refused.class, () -> Cursor.parse(text, 1)).failure().problem());
    }

    @Test
    void aWordIsNotANumber() {
        var cursor = Cursor.parse(Cursor.of("abc").text(), 1);
        assertEquals("badCursor", assertThrows(Refused.class, () -> cursor.number(0)).failure().problem());
    }

    @Test
    void theLastPageHasNoNext() {
        var rows = IntStream.range(0, 6).boxed().toList();
        var first = Page.of(rows.subList(0, 4), 3, Cursor::of, row -> row);
        assertEquals(List.of(0, 1, 2), first.items());
        assertEquals(Cursor.of(2).text(), first.next());
        assertNull(Page.of(rows.subList(3, 6), 3, Cursor::of, row -> row).next());
        assertNull(Page.of(List.<Integer>of(), 3, Cursor::of, row -> row).next());
    }

    @Test
    void sizesStayWithinReason() {
        assertEquals(50, Page.size(null));
        assertEquals(1, Page.size(-4));
        assertEquals(200, Page.size(100_000));
    }
}
