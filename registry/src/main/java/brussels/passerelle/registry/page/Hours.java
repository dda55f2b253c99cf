package brussels.passerelle.registry.page;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

import brussels.passerelle.registry.published.Opening;

/** A week as shown: neighbouring days with the same openings are told together. */
public record Hours(DayOfWeek first, DayOfWeek last, List<Opening> openings) {
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    public static List<Hours> week(List<Opening> openings) {
        var days = Arrays.stream(DayOfWeek.values()).map(day -> on(day, openings))
                .filter(hours -> !hours.openings.isEmpty())
                .toList();
        var week = new java.util.ArrayList<Hours>();
        for (Hours day : days) {
            if (!week.isEmpty() && week.getLast().continues(day)) {
                Hours before = week.removeLast();
                week.add(new Hours(before.first, day.first, before.openings));
            } else
                week.add(day);
        }
        return List.copyOf(week);
    }

    /** Whether it never closes on these days. */
    public boolean roundTheClock() {
        return openings.size() == 1 && openings.getFirst().opens().equals(LocalTime.MIDNIGHT)
                && openings.getFirst().closes().equals(LAST_MINUTE);
    }

    /** From and to, such as {@code 09:00–12:00}; a closing time before the opening is the next morning's. */
    public List<String> spans() {
        return openings.stream().map(opening -> opening.opens() + "–" + opening.closes()).toList();
    }

    private boolean continues(Hours next) {
        return last.plus(1) == next.first && spans().equals(next.spans());
    }

    private static Hours on(DayOfWeek day, List<Opening> openings) {
        return new Hours(day, day, openings.stream().filter(opening -> opening.day() == day).toList());
    }
}
