package brussels.passerelle.registry.page;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import brussels.passerelle.registry.published.Opening;

class HoursTest {
    @Test
    void neighbouringDaysAreToldTogether() {
        List<Hours> week = Hours
                .week(List.of(on(MONDAY, 9, 12), on(TUESDAY, 9, 12), on(WEDNESDAY, 9, 17), on(THURSDAY, 9, 12)));
        assertEquals(List.of(MONDAY, WEDNESDAY, THURSDAY), week.stream().map(Hours::first).toList());
        assertEquals(List.of(TUESDAY, WEDNESDAY, THURSDAY), week.stream().map(Hours::last).toList());
    }

    @Test
    void severalOpeningsADayStayTogetherAndAClosedDayDivides() {
        List<Hours> week = Hours.week(List.of(on(MONDAY, 9, 12), on(MONDAY, 13, 16), on(WEDNESDAY, 9, 12)));
        assertEquals(List.of("09:00–12:00", "13:00–16:00"), week.getFirst().spans());
        assertEquals(2, week.size());
    }

    @Test
    void dayAndNightIsOneSentence() {
        List<Opening> always = Arrays.stream(DayOfWeek.values())
                .map(day -> new Opening(day, LocalTime.MIDNIGHT, LocalTime.of(23, 59))).toList();
        List<Hours> week = Hours.week(always);
        assertEquals(1, week.size());
        assertEquals(SUNDAY, week.getFirst().last());
        assertTrue(week.getFirst().roundTheClock());
    }

    private static Opening on(DayOfWeek day, int opens, int closes) {
        return new Opening(day, LocalTime.of(opens, 0), LocalTime.of(closes, 0));
    }
}
