package brussels.passerelle.demo;

import java.util.concurrent.TimeUnit;

/**
 * A process we started and will stop.
 *
 * @param name for people
 * @param stop asks it to end
 */
record Child(String name, Process process, Runnable stop) {
    private static final int PATIENCE_SECONDS = 25;

    static Child of(String name, Process process) {
        return new Child(name, process, process::destroy);
    }

    /** Ends it: asked first, and killed when it does not listen. */
    void end() {
        if (!process.isAlive())
            return;
        try {
            stop.run();
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                return;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
