package brussels.passerelle.edge.limit;

import brussels.passerelle.edge.once.EdgeTables;
import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what the table limits over time; the subject is kept as a hash, until its window is over. */
@Singleton
public class RateLimits {
    private static final String TAKE = """
            insert into edge_count as c (subject, used, until) values (?, 1, ?)
            on conflict (subject) do update set
              used = case when c.until <= ? then 1 else c.used + 1 end,
              until = case when c.until <= ? then excluded.until else c.until end
            returning used, until""";
    private final EdgeTables tables;
    private final Clock clock;
    private final AtomicInteger turns = new AtomicInteger();

    @Inject
    RateLimits(EdgeTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    private record Count(long used, OffsetDateTime until) {}

    /** Counts one use by the subject, or refuses it with {@code tooMany} and the time to wait. */
    public void take(Limit limit, String subject) {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var window = Objects.requireNonNull(limit.window(), "a limit over time");
        if (turns.incrementAndGet() % 256 == 0) {
            tables.update("delete from edge_count where until < ?", now);
        }
        var count = tables.first(row -> new Count(row.getLong(1), row.getObject(2, OffsetDateTime.class)), TAKE,
                EdgeTables.hash(limit.text(), subject), now.plus(window), now, now).orElseThrow();
        if (count.used > limit.amount()) {
            throw new Failure.TooMany(Duration.between(now, count.until).plusSeconds(1)).refused();
        }
    }
}
