package brussels.passerelle.consent.recovery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of a recovery, and what follows from it at a moment. Pure.
 *
 * @param days days between the second card and the server's share, as the kit said when the recovery began
 * @param complete when the second card was shown
 */
record Course(int days, Instant started, int cards, @Nullable Instant complete, @Nullable Instant opened,
        @Nullable Instant stopped) {

    /** Cards not shown, or a share not fetched, in this time: it begins anew. */
    static final Duration PATIENCE = Duration.ofDays(31);

    Stage stage(Instant now) {
        if (stopped != null) {
            return Stage.STOPPED;
        }
        var opens = opens();
        if (!now.isBefore((opens == null ? started : opens).plus(PATIENCE))) {
            return Stage.EXPIRED;
        }
        if (opens == null) {
            return cards == 0 ? Stage.STARTED : Stage.ONE_CARD;
        }
        if (opened != null) {
            return Stage.OPENED;
        }
        return now.isBefore(opens) ? Stage.WAITING : Stage.READY;
    }

    /** When the server's share may be fetched; null before the second card. */
    @Nullable
    Instant opens() {
        return complete == null ? null : complete.plus(Duration.ofDays(days));
    }

    boolean may(Stage.Act act, Instant now) {
        return stage(now).after(act).isPresent();
    }
}
