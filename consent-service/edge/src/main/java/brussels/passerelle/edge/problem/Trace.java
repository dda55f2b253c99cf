package brussels.passerelle.edge.problem;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where something went wrong, without what it was about: class names and frames, never messages. */
public final class Trace {
    private Trace() {}

    public static String of(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(5).map(Trace::one)
                .collect(Collectors.joining(" caused by "));
    }

    private static String one(Throwable thrown) {
        return thrown.getClass().getName() + Arrays.stream(thrown.getStackTrace()).limit(12)
                .map(frame -> " at " + frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                .collect(Collectors.joining());
    }
}
