package brussels.passerelle.consent.log;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets commits call the sequencer without waiting for it. */
@Singleton
public class Wakeup {
    private final Semaphore bell = new Semaphore(0);

    void wake() {
        bell.release();
    }

    /** Waits for a call, at most this long; calls that came meanwhile count as one. */
    public void await(Duration most) throws InterruptedException {
        if (bell.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }
}
