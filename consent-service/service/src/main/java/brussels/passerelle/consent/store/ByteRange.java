package brussels.passerelle.consent.store;

import brussels.passerelle.edge.problem.Failure;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One range of bytes, both ends included (RFC 9110 section 14). Pure. */
public record ByteRange(long first, long last, boolean partial) {
    private static final Pattern RANGE = Pattern.compile("bytes=(?:([0-9]{1,18})-([0-9]{1,18})?|-([0-9]{1,18}))");

    /**
     * What to serve of a content of this size. Anything but one well-formed range asks for all of it, as the RFC allows.
     *
     * @throws brussels.passerelle.edge.problem.Refused rangeNotSatisfiable
     */
    public static ByteRange of(@Nullable String header, long size) {
        var range = RANGE.matcher(header == null ? "" : header);
        if (!range.matches()) {
            return new ByteRange(0, size - 1, false);
        }
        var suffix = range.group(3);
        var first = suffix == null ? Long.parseLong(range.group(1)) : Math.max(0, size - Long.parseLong(suffix));
        var last = range.group(2);
        var end = last == null ? size - 1 : Long.parseLong(last);
        if (first >= size || "0".equals(suffix)) {
            throw Failure.Plain.RANGE_NOT_SATISFIABLE.refused();
        }
        return end < first ? new ByteRange(0, size - 1, false) : new ByteRange(first, Math.min(end, size - 1), true);
    }

    public long length() {
        return last - first + 1;
    }
}
