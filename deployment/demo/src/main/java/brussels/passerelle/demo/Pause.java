package brussels.passerelle.demo;

import java.time.Duration;

/** A moment of waiting; an interruption ends it early and stays visible. */
final class Pause {
    private Pause() {}

    static void of(Duration moment) {
        try {
            Thread.sleep(moment);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
