package brussels.passerelle.web;

import brussels.passerelle.look.Language;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A month as anybody's calendar shows it, Monday first.
 *
 * @param title month and year in the reader's language
 * @param days short names of the days
 * @param weeks each of seven numbers, 0 where the month has no such day
 */
public record Calendar(String title, List<String> days, List<List<Integer>> weeks, int today) {
    static Calendar of(Language language, LocalDate today) {
        var month = YearMonth.from(today);
        var locale = language.locale();
        var days = Stream.of(DayOfWeek.values()).map(day -> day.getDisplayName(TextStyle.SHORT, locale)).toList();
        var cells = new ArrayList<Integer>();
        IntStream.range(1, month.atDay(1).getDayOfWeek().getValue()).forEach(before -> cells.add(0));
        IntStream.rangeClosed(1, month.lengthOfMonth()).forEach(cells::add);
        while (cells.size() % 7 != 0) {
            cells.add(0);
        }
        var weeks = IntStream.range(0, cells.size() / 7)
                .mapToObj(week -> List.copyOf(cells.subList(7 * week, 7 * week + 7))).toList();
        return new Calendar(DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(today), days, weeks,
                today.getDayOfMonth());
    }
}
