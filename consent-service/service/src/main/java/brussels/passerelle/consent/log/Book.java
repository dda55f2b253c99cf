package brussels.passerelle.consent.log;

import brussels.passerelle.protocol.log.Leaf;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.security.SecureRandom;
import java.time.Clock;

/** Where acts are written down, in the transaction of the act: both happen, or neither. */
@Singleton
public class Book {
    private static final String PERSONAL = """
            select 1 from log_write(:account, :data, :salt, :event, string_to_array(:subjects, ' '), :at)""";
    private static final String PUBLIC = """
            with l as (insert into log_leaf (data) values (:data) returning leaf),
              q as (insert into log_queue select leaf from l)
            select leaf from l""";
    private final Wakeup sequencer;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @PersistenceContext
    EntityManager database;

    @Resource
    TransactionSynchronizationRegistry transactions;

    @Inject
    Book(Wakeup sequencer, Clock clock) {
        this.sequencer = sequencer;
        this.clock = clock;
    }

    /** Writes an event into the log of an account, as a salted commitment; it shows where all its subjects show. */
    public void write(String account, Event event) {
        var at = clock.instant();
        var text = event.canonical(at);
        var salt = new byte[32];
        random.nextBytes(salt);
        database.flush();
        database.createNativeQuery(PERSONAL).setParameter("data", Leaf.personal(salt, text).data())
                .setParameter("account", account).setParameter("salt", salt).setParameter("event", text)
                .setParameter("subjects", String.join(" ", event.subjects())).setParameter("at", at).getSingleResult();
        wakeAfterCommit();
    }

    /** Writes an event that everybody may read. */
    public void tell(Event.AgencyKey event) {
        tell(event.canonical(clock.instant()));
    }

    /** The same for a canonical text that is kept elsewhere, too; gives its leaf. */
    public long tell(String canonical) {
        var leaf = (Number) database.createNativeQuery(PUBLIC).setParameter("data", Leaf.open(canonical).data())
                .getSingleResult();
        wakeAfterCommit();
        return leaf.longValue();
    }

    private void wakeAfterCommit() {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing to do before
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    sequencer.wake();
                }
            }
        });
    }
}
