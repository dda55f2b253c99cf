package brussels.passerelle.client;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The server said no: one exception for every problem of the API (RFC 9457).
public final class Refusal extends IOException {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "urn:problem-type:passerelle:";
    private final int status;
    private final String type;
    private final @Nullable String reason;
    private final long retryAfter;

    Refusal(int status, String type, @Nullable String reason, long retryAfter) {
        super(status + " " + type + (reason == null ? "" : " (" + reason + ")"));
        this.status = status;
        this.type = type;
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    /// The HTTP status.
    public int status() {
        return status;
    }

    /// The name of the problem, such as `loanEnded`; `unknown` when the answer was no problem document.
    public String type() {
        return type;
    }

    /// Why, where the problem has reasons.
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /// Seconds to wait before another try, 0 when the server did not say.
    public long retryAfter() {
        return retryAfter;
    }

    static Refusal of(HttpResponse<?> response, byte[] body) {
        long wait = response.headers().firstValueAsLong("Retry-After").orElse(0);
        try {
            var problem = Fields.of(body);
            String type = problem.text("type");
            String name = type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
            return new Refusal(response.statusCode(), name, problem.optionalText("reason"), wait);
        } catch (Damaged e) {
            return new Refusal(response.statusCode(), "unknown", null, wait);
        }
    }
}
