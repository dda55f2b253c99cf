package brussels.passerelle.edge.once;

import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The answers kept for a day under (account, key). */
@Singleton
public class Answers {
    private static final Duration KEPT = Duration.ofHours(24);
    /** A request that neither answered nor failed in this time died with its server; its key may be used again. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(60);

    /** An answer as it was given the first time. */
    record Answer(int status, @Nullable String etag, @Nullable String location, @Nullable String type,
            @Nullable String body) {}

    private record Kept(String fingerprint, OffsetDateTime at, @Nullable Answer answer) {}

    private final EdgeTables tables;
    private final Clock clock;
    private final AtomicInteger turns = new AtomicInteger();

    @Inject
    Answers(EdgeTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /** Empty when the act is ours to do now; else the answer it already had. */
    Optional<Answer> claim(String scope, String fingerprint) {
        var now = now();
        if (turns.incrementAndGet() % 256 == 0) {
            tables.update("delete from edge_answer where at < ?", now.minus(KEPT));
        }
        if (tables.updateWithin(scope,
                "insert into edge_answer (scope, fingerprint, at) values (?, ?, ?) on conflict do nothing",
                scope, fingerprint, now) == 1) {
            return Optional.empty();
        }
        var kept = find(scope).orElseThrow(Failure.Plain.REQUEST_IN_PROGRESS::refused);
        if (!kept.fingerprint.equals(fingerprint)) {
            throw Failure.Plain.IDEMPOTENCY_KEY_REUSED.refused();
        }
        if (kept.answer == null && !takenOver(scope, kept.at)) {
            throw Failure.Plain.REQUEST_IN_PROGRESS.refused();
        }
        return Optional.ofNullable(kept.answer);
    }

    private boolean takenOver(String scope, OffsetDateTime at) {
        return at.isBefore(now().minus(GIVEN_UP)) && tables.updateWithin(scope,
                "update edge_answer set at = ? where scope = ? and at = ? and status is null", now(), scope, at) == 1;
    }

    void keep(String scope, Answer answer) {
        tables.updateWithin(scope,
                "update edge_answer set status = ?, etag = ?, location = ?, type = ?, body = ? where scope = ?",
                answer.status, answer.etag, answer.location, answer.type, answer.body, scope);
    }

    void forget(String scope) {
        tables.updateWithin(scope, "delete from edge_answer where scope = ? and status is null", scope);
    }

    private Optional<Kept> find(String scope) {
        return tables.firstWithin(scope, row -> {
            var at = row.getObject("at", OffsetDateTime.class);
            var status = row.getInt("status");
            var answer = row.wasNull()
                    ? null
                    : new Answer(status, row.getString("etag"), row.getString("location"), row.getString("type"),
                            row.getString("body"));
            return new Kept(row.getString("fingerprint"), at, answer);
        }, "select * from edge_answer where scope = ?", scope);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
