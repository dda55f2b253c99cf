package brussels.passerelle.edge.problem;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything our doors can answer instead of what was asked; the list is closed, and so is every mapper over it. */
public sealed interface Failure {

    /** The name clients switch on: the last part of {@code urn:problem-type:passerelle:<name>}. */
    String problem();

    /** The HTTP status. */
    int status();

    /** Makes the exception that carries this failure to the mapper. */
    default Refused refused() {
        return new Refused(this);
    }

    /** The failures that say everything by their name. */
    enum Plain implements Failure {
        BAD_INPUT(400),
        BAD_CURSOR(400),
        EMPTY_FILE(400),
        DIGEST_MISMATCH(400),
        SESSION_ENDED(401),
        SESSION_CLOSED(401),
        BAD_PROOF(401),
        PROOF_REPLAYED(401),
        CLOCK_SKEW(401),
        NOT_FOUND(404),
        METHOD_NOT_ALLOWED(405),
        NOT_ACCEPTABLE(406),
        ACCOUNT_EXISTS(409),
        VERSION_EXISTS(409),
        LOAN_EXISTS(409),
        MANDATE_EXISTS(409),
        MEETING_ANSWERED(409),
        REQUEST_IN_PROGRESS(409),
        RECOVERY_WAITS(409),
        RECOVERY_OVER(409),
        PRECONDITION_FAILED(412),
        TOO_LARGE(413),
        UNSUPPORTED_TYPE(415),
        RANGE_NOT_SATISFIABLE(416),
        IDEMPOTENCY_KEY_REUSED(422),
        UNKNOWN_RECIPIENT_KEY(422),
        UNKNOWN_PAPER(422),
        BAD_WINDOW(422),
        BAD_KEYSET(422),
        BAD_SEALED_KEY(422),
        BAD_STATEMENT(422),
        CARD_REFUSED(422),
        BAD_MANDATE(422),
        PRECONDITION_REQUIRED(428),
        INTERNAL(500),
        SIGN_IN_UNAVAILABLE(503),
        REGISTRY_UNAVAILABLE(503),
        STORAGE_FULL(507);

        private final int status;

        Plain(int status) {
            this.status = status;
        }

        @Override
        public String problem() {
            var words = name().split("_", -1);
            var text = new StringBuilder(words[0].toLowerCase(java.util.Locale.ROOT));
            for (var word : List.of(words).subList(1, words.length)) {
                text.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
            }
            return text.toString();
        }

        @Override
        public int status() {
            return status;
        }
    }

    /** The policy said no to an opening; the reason is one of the policy's own names. */
    record OpeningRefused(String reason, @Nullable Instant endedAt) implements Failure {
        @Override
        public String problem() {
            return "openingRefused";
        }

        @Override
        public int status() {
            return 403;
        }
    }

    /** The mandate does not allow what a helper asked; the reason is one of the policy's own names. */
    record HelpRefused(String reason, @Nullable Instant endedAt) implements Failure {
        @Override
        public String problem() {
            return "helpRefused";
        }

        @Override
        public int status() {
            return 403;
        }
    }

    /** The loan was over before this request. */
    record LoanEnded(Instant endedAt) implements Failure {
        @Override
        public String problem() {
            return "loanEnded";
        }

        @Override
        public int status() {
            return 409;
        }
    }

    /** A limit of the table was reached; the wait is answered as {@code Retry-After}. */
    record TooMany(Duration retryAfter) implements Failure {
        @Override
        public String problem() {
            return "tooMany";
        }

        @Override
        public int status() {
            return 429;
        }
    }

    /** Every name a client can meet; the bundles are checked against it. */
    static Stream<String> names() {
        return Stream.concat(Stream.of(Plain.values()).map(Plain::problem),
                Stream.of("openingRefused", "helpRefused", "loanEnded", "tooMany"));
    }
}
