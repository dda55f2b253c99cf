package brussels.passerelle.edge.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import brussels.passerelle.edge.problem.Messages;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LimitTest {
    @Test
    void everyLimitIsShownInEveryLanguage() {
        for (var language : Messages.LANGUAGES) {
            var table = LimitRow.table(language);
            assertEquals(Limit.values().length, table.size());
            table.forEach(row -> assertFalse(row.label().isBlank(), row.name()));
        }
    }

    @Test
    void aPaperIsAtMost100MiB() {
        var row = LimitRow.table(Locale.ENGLISH).stream().filter(one -> one.name().equals("paper")).findFirst()
                .orElseThrow();
        assertEquals(104_857_600L, row.amount());
        assertEquals("bytes", row.unit());
    }

    @Test
    void aNodeMayChooseAnotherAmount() {
        System.setProperty("passerelle.limit.loans", "7");
        try {
            assertEquals(7, Limit.LOANS.amount());
        } finally {
            System.clearProperty("passerelle.limit.loans");
        }
    }
}
