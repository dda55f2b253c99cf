package brussels.passerelle.consent.wall;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells a row that was there already from every other trouble of a database. Pure. */
public final class UniqueViolation {
    private static final String SQL_STATE = "23505";

    private UniqueViolation() {}

    public static boolean is(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(10)
                .anyMatch(cause -> cause instanceof SQLException sql && SQL_STATE.equals(sql.getSQLState()));
    }
}
