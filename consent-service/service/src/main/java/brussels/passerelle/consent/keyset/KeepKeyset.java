package brussels.passerelle.consent.keyset;

import brussels.passerelle.consent.account.Accounts;
import brussels.passerelle.consent.door.Doors;
import brussels.passerelle.consent.log.Book;
import brussels.passerelle.consent.log.Event;
import brussels.passerelle.consent.wall.Views;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.Caller;
import brussels.passerelle.edge.header.Condition;
import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.keyset.AccountCard;
import brussels.passerelle.protocol.keyset.Keyset;
import brussels.passerelle.protocol.keyset.SlotList;
import com.nimbusds.jose.jwk.ECKey;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps a key set that its own account signed. */
@Singleton
public class KeepKeyset {
    private static final String RECOVERY = "recovery";
    private final Wall wall;
    private final Accounts accounts;
    private final Book book;
    private final Slots slots;
    private final Views views;
    private final Doors provider;
    private final Clock clock;

    @PersistenceContext
    EntityManager database;

    @Inject
    KeepKeyset(Wall wall, Accounts accounts, Book book, Slots slots, Views views, Doors provider, Clock clock) {
        this.wall = wall;
        this.accounts = accounts;
        this.book = book;
        this.slots = slots;
        this.views = views;
        this.provider = provider;
        this.clock = clock;
    }

    /** A key set as it is served. */
    record Served(String json, int version) {}

    Optional<Served> find(Caller caller) {
        return wall.as(caller, () -> Optional.ofNullable(database.find(StoredKeyset.class, caller.account()))
                .map(keyset -> new Served(joined(keyset), keyset.version)));
    }

    private String joined(StoredKeyset keyset) {
        try {
            var view = current(keyset.account).orElseThrow().content(slots.ids(keyset.account));
            return new String(Keyset.join(keyset.body.getBytes(StandardCharsets.UTF_8), view).json(),
                    StandardCharsets.UTF_8);
        } catch (Damaged impossible) {
            throw new IllegalStateException("stored key set", impossible);
        }
    }

    /** The view the caller is in; none before the account has a key set. */
    public Optional<StoredView> current(String account) {
        return Optional.ofNullable(database.find(StoredView.class, new StoredView.Key(account, views.current())));
    }

    /** Makes changes to key set and masks of one account wait for each other, until the transaction ends. */
    public void lock(String account) {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:account, 3))")
                .setParameter("account", account).getSingleResult();
    }

    /** The doors of the recovery codes that the account has now. */
    public List<ECKey> recoveryDoors(String account) {
        var keyset = database.find(StoredKeyset.class, account);
        return keyset == null
                ? List.of()
                : doors(keyset).stream().filter(door -> door.kind().equals(RECOVERY)).map(Doors.Door::key).toList();
    }

    /** Keeps it and returns its new version, or refuses with badKeyset. */
    int keep(Caller caller, byte[] json, Condition condition) {
        try {
            var keyset = Keyset.parse(json);
            var proven = keyset.verify(caller.account());
            return wall.as(caller, () -> keep(caller.account(), keyset, proven, condition));
        } catch (Damaged bad) {
            throw Failure.Plain.BAD_KEYSET.refused();
        }
    }

    private int keep(String account, Keyset keyset, Keyset.Verified proven, Condition condition) {
        lock(account);
        var present = database.find(StoredKeyset.class, account, LockModeType.PESSIMISTIC_WRITE);
        var version = condition.next(present == null ? null : present.version);
        var signing = P256.thumbprint(proven.card().signing());
        if (present != null && (!present.signing.equals(signing) || proven.slots().version() < present.listed)) {
            throw Failure.Plain.BAD_KEYSET.refused();
        }
        var first = present == null;
        var before = first ? List.<Doors.Door>of() : doors(present);
        keepView(account, keyset, first);
        var row = present == null ? new StoredKeyset() : present;
        row.account = account;
        row.version = version;
        row.signing = signing;
        row.listed = proven.slots().version();
        row.body = Json.write(keyset.part());
        row.changed = clock.instant();
        if (first) {
            database.persist(row);
            book.write(account, new Event.AccountOpened());
        }
        slots.keep(account, proven.slots(), first);
        database.flush();
        accounts.setCard(account, keyset.card());
        var doors = doors(keyset, proven.slots());
        if (!doors.equals(before)) {
            provider.keep(account, doors);
        }
        return version;
    }

    private List<Doors.Door> doors(StoredKeyset stored) {
        try {
            var part = Keyset.join(stored.body.getBytes(StandardCharsets.UTF_8),
                    current(stored.account).orElseThrow().content(Set.of()));
            var card = AccountCard.verify(part.card());
            return doors(part, SlotList.verify(part.slots(), card.signing()));
        } catch (Damaged impossible) {
            throw new IllegalStateException("stored key set", impossible);
        }
    }

    /** A passphrase that is taking a code's place still has the code's door. */
    private static List<Doors.Door> doors(Keyset keyset, SlotList list) {
        var kinds = list.slots().stream().collect(Collectors.toMap(SlotList.Entry::slot, SlotList.Entry::kind));
        return keyset.wrapped().stream().filter(one -> one.door() != null).map(one -> {
            var kind = kinds.getOrDefault(one.slot(), "");
            return new Doors.Door("passphrase".equals(kind) ? RECOVERY : kind, one.door());
        }).toList();
    }

    /** The view comes with the key set, and must be the one that is served: another session may have set a mask. */
    private void keepView(String account, Keyset keyset, boolean first) {
        if (first) {
            database.persist(StoredView.root(account, keyset.view(), clock.instant()));
            views.show(account, keyset.view().view());
            return;
        }
        var served = current(account).filter(view -> view.view().equals(keyset.view().view()))
                .orElseThrow(Failure.Plain.PRECONDITION_FAILED::refused);
        served.keep(keyset.view());
    }
}
