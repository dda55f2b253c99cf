package brussels.passerelle.registry.published;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** One opening on one weekday, Brussels time. {@code closes} before {@code opens} means the next morning. */
public record Opening(DayOfWeek day, LocalTime opens, LocalTime closes) {}
