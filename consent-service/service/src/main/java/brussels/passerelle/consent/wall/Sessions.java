package brussels.passerelle.consent.wall;

import brussels.passerelle.edge.access.Caller;
import brussels.passerelle.edge.access.SessionGate;
import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/** Which tokens still count. A token's time is a whole second, so the whole second of a closing is closed. */
@Singleton
public class Sessions implements SessionGate {
    private final DataSource source;
    private final Clock clock;

    @PersistenceContext
    EntityManager database;

    @Inject
    Sessions(DataSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** In the running transaction: from its commit on, every token of the account that exists now is refused. */
    public void close(String account) {
        close(account, clock.instant());
    }

    /** The same for a moment that is over. */
    public void close(String account, Instant at) {
        database.flush();
        database.createNativeQuery("select 1 from session_close(:account, :at)").setParameter("account", account)
                .setParameter("at", at).getSingleResult();
    }

    /** After a closing: waits for the next second, whose tokens count again. */
    public void awaitNext() {
        var now = clock.instant();
        try {
            Thread.sleep(now.until(now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asked before anything is done or repeated for a caller; the wall asks again inside the transaction. */
    @Override
    public void pass(Caller caller) {
        try (var connection = source.getConnection();
                var query = connection.prepareStatement("select wall_enter(?, ?)")) {
            query.setString(1, caller.account());
            query.setObject(2, OffsetDateTime.ofInstant(caller.issuedAt(), ZoneOffset.UTC));
            try (var rows = query.executeQuery()) {
                rows.next();
                if (rows.getInt(1) < 0) {
                    throw Failure.Plain.SESSION_CLOSED.refused();
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("sessions", failed);
        }
    }
}
