package brussels.passerelle.consent.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole table of a recovery's life, and what time makes of it. */
class StageTest {
    private static final Instant START = Instant.parse("2026-11-22T15:00:00Z");

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = { //
            "STARTED, CARD, ONE_CARD", "STARTED, OPEN, -", "STARTED, STOP, STOPPED", //
            "ONE_CARD, CARD, WAITING", "ONE_CARD, OPEN, -", "ONE_CARD, STOP, STOPPED", //
            "WAITING, CARD, WAITING", "WAITING, OPEN, -", "WAITING, STOP, STOPPED", //
            "READY, CARD, READY", "READY, OPEN, OPENED", "READY, STOP, STOPPED", //
            "OPENED, CARD, OPENED", "OPENED, OPEN, OPENED", "OPENED, STOP, STOPPED", //
            "STOPPED, CARD, -", "STOPPED, OPEN, -", "STOPPED, STOP, -", //
            "EXPIRED, CARD, -", "EXPIRED, OPEN, -", "EXPIRED, STOP, -"})
    void followsTheTable(Stage from, Stage.Act act, Stage to) {
        assertEquals(Optional.ofNullable(to), from.after(act));
    }

    @Test
    void theTableIsWhole() {
        assertEquals(21, Stage.values().length * Stage.Act.values().length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 14, 30})
    void nothingOpensASecondBeforeTheWaitIsOver(int days) {
        var complete = START.plusSeconds(3_600);
        var course = new Course(days, START, 2, complete, null, null);
        var opens = complete.plus(Duration.ofDays(days));
        assertEquals(opens, course.opens());
        if (days > 0) {
            for (var early : Stream.of(complete, complete.plusSeconds(1), complete.plus(Duration.ofDays(days - 1L)),
                    opens.minusSeconds(1), opens.minusNanos(1)).toList()) {
                assertEquals(Stage.WAITING, course.stage(early));
                assertFalse(course.may(Stage.Act.OPEN, early), "at " + early);
            }
        }
        assertEquals(Stage.READY, course.stage(opens));
        assertTrue(course.may(Stage.Act.OPEN, opens));
        assertTrue(course.may(Stage.Act.OPEN, opens.plus(Course.PATIENCE).minusSeconds(1)));
        assertEquals(Stage.EXPIRED, course.stage(opens.plus(Course.PATIENCE)));
    }

    @Test
    void oneCardOpensNothingHoweverLongOneWaits() {
        for (var cards : new int[]{0, 1}) {
            var course = new Course(0, START, cards, null, null, null);
            assertNull(course.opens());
            for (var days = 0; days < 100; days++) {
                assertFalse(course.may(Stage.Act.OPEN, START.plus(Duration.ofDays(days))));
            }
            assertEquals(Stage.EXPIRED, course.stage(START.plus(Course.PATIENCE)));
        }
    }

    @Test
    void aVetoHoldsAtEveryStage() {
        var ready = START.plus(Duration.ofDays(7));
        for (var course : Stream.of(new Course(7, START, 0, null, null, null),
                new Course(7, START, 1, null, null, null), new Course(7, START, 2, START, null, null),
                new Course(7, START, 3, START, ready, null)).toList()) {
            for (var now : Stream.of(START, START.plusSeconds(1), ready, ready.plusSeconds(1)).toList()) {
                assertTrue(course.may(Stage.Act.STOP, now));
                var stopped = new Course(course.days(), START, course.cards(), course.complete(), course.opened(), now);
                for (var later : Stream.of(now, ready, ready.plus(Duration.ofDays(1_000))).toList()) {
                    assertEquals(Stage.STOPPED, stopped.stage(later));
                    for (var act : Stage.Act.values()) {
                        assertFalse(stopped.may(act, later));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"STARTED, started", "ONE_CARD, oneCard", "WAITING, waiting", "OPENED, opened"})
    void textsAreOfTheApi(Stage stage, String text) {
        assertEquals(text, stage.text());
    }
}
