package brussels.passerelle.registry.demo;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import brussels.passerelle.registry.published.Opening;

/** Usual weeks, from which the generator picks. */
enum Week {
    MORNINGS(days(MONDAY, FRIDAY, "08:30", "12:30")),
    OFFICE(days(MONDAY, FRIDAY, "09:00", "12:00"), days(MONDAY, DayOfWeek.THURSDAY, "13:30", "16:30")),
    DAYS(days(MONDAY, FRIDAY, "08:30", "17:30"), days(SATURDAY, SATURDAY, "10:00", "15:00")),
    LUNCHES(days(MONDAY, SATURDAY, "11:30", "14:00")),
    EVENINGS(days(MONDAY, SUNDAY, "18:00", "21:30")),
    NIGHTS(days(MONDAY, SUNDAY, "20:00", "08:00")),
    ROUNDS(days(MONDAY, MONDAY, "19:00", "23:00"), days(DayOfWeek.WEDNESDAY, FRIDAY, "19:00", "23:00")),
    TWICE(days(DayOfWeek.TUESDAY, DayOfWeek.TUESDAY, "13:00", "17:00"),
            days(DayOfWeek.THURSDAY, DayOfWeek.THURSDAY, "13:00",
                    "17:00")),
    ALWAYS(days(MONDAY, SUNDAY, "00:00", "23:59"));

    /** Unmodifiable, which the checker cannot see. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Opening> openings;

    Week(List<Opening> openings) {
        this.openings = List.copyOf(openings);
    }

    Week(List<Opening> first, List<Opening> then) {
        this(Stream.concat(first.stream(), then.stream()).toList());
    }

    List<Opening> openings() {
        return openings;
    }

    static Week of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static List<Opening> days(DayOfWeek first, DayOfWeek last, String opens, String closes) {
        return Stream.of(DayOfWeek.values()).filter(day -> day.compareTo(first) >= 0 && day.compareTo(last) <= 0)
                .map(day -> new Opening(day, LocalTime.parse(opens), LocalTime.parse(closes))).toList();
    }
}
