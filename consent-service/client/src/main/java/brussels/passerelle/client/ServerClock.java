package brussels.passerelle.client;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/// The server's time, as its answers tell it: a computer whose clock is wrong must still prove possession and date loans.
final class ServerClock {
    private final Clock own;
    private volatile Duration offset = Duration.ZERO;

    ServerClock(Clock own) {
        this.own = own;
    }

    /// Never ahead of the server, which truncates its date to seconds.
    Instant now() {
        return own.instant().plus(offset);
    }

    void learn(HttpResponse<?> response) {
        response.headers().firstValue("Date").ifPresent(date -> {
            try {
                var server = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
                offset = Duration.between(own.instant(), server);
            } catch (DateTimeException e) {
                offset = Duration.ZERO; // no date to learn from; our own clock must do
            }
        });
    }
}
