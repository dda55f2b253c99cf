package brussels.passerelle.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What is being done, with the seconds since the beginning. */
final class Progress {
    private final PrintStream out;
    private final Instant start = Instant.now();

    Progress(PrintStream out) {
        this.out = out;
    }

    void says(String line) {
        var seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
        print(String.format(Locale.ROOT, "%7.1f s  %s", seconds, line));
    }

    void print(String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }
}
