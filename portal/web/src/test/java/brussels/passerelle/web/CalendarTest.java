package brussels.passerelle.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import brussels.passerelle.look.Language;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarTest {
    @Test
    void aMonthThatBeginsOnSunday() {
        var november = Calendar.of(Language.EN, LocalDate.of(2026, 11, 22));
        assertEquals(List.of(0, 0, 0, 0, 0, 0, 1), november.weeks().getFirst());
        assertEquals(List.of(30, 0, 0, 0, 0, 0, 0), november.weeks().getLast());
        assertEquals("Mon", november.days().getFirst());
        assertEquals(22, november.today());
    }

    @Test
    void aMonthOfExactlyFourWeeks() {
        assertEquals(4, Calendar.of(Language.NL, LocalDate.of(2027, 2, 1)).weeks().size());
    }
}
