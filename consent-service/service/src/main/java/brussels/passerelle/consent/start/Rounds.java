package brussels.passerelle.consent.start;

import brussels.passerelle.consent.erase.Awaken;
import brussels.passerelle.consent.loan.Expire;
import brussels.passerelle.consent.log.Sequencer;
import brussels.passerelle.consent.log.Wakeup;
import brussels.passerelle.consent.meeting.Meetings;
import brussels.passerelle.consent.mandate.Lapse;
import brussels.passerelle.consent.mask.EndMasks;
import brussels.passerelle.consent.wall.Migration;
import brussels.passerelle.edge.problem.Trace;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The service's one background thread: places what commits ring for, and once a second writes down what time has ended.
 * No answer ever waits for it or depends on it.
 */
@Singleton
public class Rounds {
    private static final System.Logger LOG = System.getLogger(Rounds.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private final Wakeup bell;
    private final Sequencer sequencer;
    private final Expire expire;
    private final Lapse lapse;
    private final EndMasks masks;
    private final Meetings meetings;
    private final Awaken awaken;
    private @Nullable Thread thread;
    private long lastExpiry = System.nanoTime();

    @Inject
    Rounds(Wakeup bell, Sequencer sequencer, Expire expire, Lapse lapse, EndMasks masks, Meetings meetings,
            Awaken awaken) {
        this.bell = bell;
        this.sequencer = sequencer;
        this.expire = expire;
        this.lapse = lapse;
        this.masks = masks;
        this.meetings = meetings;
        this.awaken = awaken;
    }

    void start(@Observes @Priority(Migration.DONE + 10) Startup start) {
        thread = Thread.ofPlatform().name("log-sequencer").daemon().start(this::walk);
    }

    void stop(@Observes Shutdown end) throws InterruptedException {
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void walk() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                round();
                bell.await(PAUSE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** A failed round is told and tried again: the entries are safe, only their places wait. */
    private void round() throws InterruptedException {
        try {
            while (sequencer.sequence() > 0) {
                Thread.onSpinWait();
            }
            if (System.nanoTime() - lastExpiry > PAUSE.toNanos()) {
                expire.due();
                lapse.due();
                masks.due();
                meetings.dropOver();
                lastExpiry = System.nanoTime();
                // Last: it asks another server, and what fails here keeps nothing else from being done.
                awaken.due();
            }
        } catch (SQLException | RuntimeException failed) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            LOG.log(Level.WARNING, "log round failed: {0}", Trace.of(failed));
            Thread.sleep(PAUSE);
        }
    }
}
