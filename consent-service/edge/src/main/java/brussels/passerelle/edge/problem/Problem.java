package brussels.passerelle.edge.problem;

import org.jspecify.annotations.Nullable;

/**
 * RFC 9457 problem details.
 *
 * @param type {@code urn:problem-type:passerelle:<name>}
 * @param title short, in the language of the reader
 * @param status the HTTP status
 * @param detail what it means and what to do, in the language of the reader
 * @param reason only with {@code openingRefused} and {@code helpRefused}
 * @param endedAt RFC 3339, when the loan ended, if the caller may know
 * @param logId only with {@code internal}: what to tell the operator
 */
public record Problem(String type, String title, int status, String detail, @Nullable String reason,
        @Nullable String endedAt, @Nullable String logId) {

    public static final String MEDIA_TYPE = "application/problem+json";
}
