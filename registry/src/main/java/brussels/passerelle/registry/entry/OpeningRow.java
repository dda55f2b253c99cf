package brussels.passerelle.registry.entry;

import java.time.DayOfWeek;
import java.time.LocalTime;

import jakarta.persistence.Embeddable;

import brussels.passerelle.registry.published.Opening;

/** An opening as stored: the day is ISO 8601, Monday is 1. */
@Embeddable
record OpeningRow(short day, LocalTime opens, LocalTime closes) {
    static OpeningRow of(Opening opening) {
        return new OpeningRow((short) opening.day().getValue(), opening.opens(), opening.closes());
    }

    Opening opening() {
        return new Opening(DayOfWeek.of(day), opens, closes);
    }
}
