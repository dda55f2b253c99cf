package brussels.passerelle.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntPredicate;

/** Asks until something answers as it should. */
final class Probe {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private Probe() {}

    /**
     * Waits for an answer.
     *
     * @param log   named when the child ends or stays silent
     * @param check looks for other signs that it will never answer
     * @return the status that was good enough
     */
    static int until(String address, IntPredicate good, Child child, String log, Check check)
            throws IOException, Refusal {
        var end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            if (!child.process().isAlive())
                throw new Refusal(child.name() + " ended while starting, see " + log);
            check.run();
            var status = status(address);
            if (good.test(status))
                return status;
            Pause.of(Duration.ofMillis(150));
        }
        throw new Refusal(child.name() + " does not answer on " + address + ", see " + log);
    }

    /** The status of the answer, or 0 when there is none yet. */
    private static int status(String address) {
        var request = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(20)).build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Something that may say that waiting is in vain. */
    @FunctionalInterface
    interface Check {
        void run() throws IOException, Refusal;
    }
}
