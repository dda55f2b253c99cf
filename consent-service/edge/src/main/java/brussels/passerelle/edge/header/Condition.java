package brussels.passerelle.edge.header;

import brussels.passerelle.edge.problem.Failure;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a conditional write says about what it replaces (RFC 9110 section 13); a write without one is refused. */
public sealed interface Condition {

    /** There must be nothing yet. */
    record Create() implements Condition {}

    /** The version that is there must be this one. */
    record Replace(int version) implements Condition {}

    Pattern VERSION = Pattern.compile("\"([1-9][0-9]{0,8})\"");

    static Condition parse(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifMatch == null && ifNoneMatch == null) {
            throw Failure.Plain.PRECONDITION_REQUIRED.refused();
        }
        if (ifMatch == null && "*".equals(ifNoneMatch)) {
            return new Create();
        }
        var version = VERSION.matcher(ifMatch == null ? "" : ifMatch);
        if (ifNoneMatch != null || !version.matches()) {
            throw Failure.Plain.BAD_INPUT.refused();
        }
        return new Replace(Integer.parseInt(version.group(1)));
    }

    /** The version after this write, when what is there now allows it; else the refusal {@code preconditionFailed}. */
    default int next(@Nullable Integer present) {
        var allowed = switch (this) {
            case Create() -> present == null;
            case Replace(int version) -> present != null && present == version;
        };
        if (!allowed) {
            throw Failure.Plain.PRECONDITION_FAILED.refused();
        }
        return present == null ? 1 : present + 1;
    }
}
