package brussels.passerelle.consent.keyset;

import brussels.passerelle.consent.account.Accounts;
import brussels.passerelle.consent.log.Book;
import brussels.passerelle.consent.log.Event;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.Caller;
import brussels.passerelle.edge.header.Condition;
import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.keyset.Keyset;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps a key set that its own account signed. */
@Singleton
public class KeepKeyset {
    private final Wall wall;
    private final Accounts accounts;
    private final Book book;
    private final Clock clock;

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager database;

    @Inject
    KeepKeyset(Wall wall, Accounts accounts, Book book, Clock clock) {
        this.wall = wall;
        this.accounts = accounts;
        this.book = book;
        this.clock = clock;
    }

    Optional<StoredKeyset> find(Caller caller) {
        return wall.as(caller, () -> Optional.ofNullable(database.find(StoredKeyset.class, caller.account())));
    }

    /** Keeps it and returns its new version, or refuses with badKeyset. */
    int keep(Caller caller, byte[] json, Condition condition) {
        try {
            var keyset = Keyset.parse(json);
            var signing = P256.thumbprint(keyset.verify(caller.account()).card().signing());
            return wall.as(caller, () -> keep(caller.account(), keyset, signing, condition));
        } catch (Damaged bad) {
            throw Failure.Plain.BAD_KEYSET.refused();
        }
    }

    private int keep(String account, Keyset keyset, String signing, Condition condition) {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:account, 3))")
                .setParameter("account", account).getSingleResult();
        var present = database.find(StoredKeyset.class, account, LockModeType.PESSIMISTIC_WRITE);
        var version = condition.next(present == null ? null : present.version);
        if (present != null && !present.signing.equals(signing)) {
            throw Failure.Plain.BAD_KEYSET.refused();
        }
        write(present, account, keyset, signing, version);
        accounts.setCard(account, keyset.card());
        book.write(account, present == null ? new Event.AccountOpened() : new Event.KeysetChanged(version));
        return version;
    }

    private void write(@Nullable StoredKeyset present, String account, Keyset keyset, String signing, int version) {
        var row = present == null ? new StoredKeyset() : present;
        row.account = account;
        row.version = version;
        row.signing = signing;
        row.body = new String(keyset.json(), StandardCharsets.UTF_8);
        row.changed = clock.instant();
        if (present == null) {
            database.persist(row);
        }
        database.flush();
    }
}
