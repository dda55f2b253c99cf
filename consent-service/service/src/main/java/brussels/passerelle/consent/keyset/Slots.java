package brussels.passerelle.consent.keyset;

import brussels.passerelle.consent.log.Book;
import brussels.passerelle.consent.log.Event;
import brussels.passerelle.protocol.keyset.SlotList;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The slots of an account. They are the account's, whichever view is served: a mask does not hide a way in. */
@Singleton
public class Slots {
    private final Book book;

    @PersistenceContext
    EntityManager database;

    @Inject
    Slots(Book book) {
        this.book = book;
    }

    /** In the order of the account's list. */
    List<StoredSlot> of(String account) {
        return database.createQuery("from StoredSlot s where s.key.account = :account order by s.place",
                StoredSlot.class).setParameter("account", account).getResultList();
    }

    public Set<String> ids(String account) {
        return of(account).stream().map(slot -> slot.key.slot()).collect(Collectors.toSet());
    }

    boolean use(String account, String slot, Instant now) {
        return database
                .createQuery(
                        "update StoredSlot s set s.used = :now where s.key.account = :account and s.key.slot = :slot")
                .setParameter("now", now).setParameter("account", account).setParameter("slot", slot)
                .executeUpdate() == 1;
    }

    /** Keeps a list, and tells what came and went since the last one; the first list of an account is its opening. */
    void keep(String account, SlotList list, boolean first) {
        var present = of(account).stream().collect(Collectors.toMap(slot -> slot.key.slot(), slot -> slot));
        var place = 0;
        for (var entry : list.slots()) {
            var slot = present.remove(entry.slot());
            if (slot == null) {
                slot = new StoredSlot();
                slot.key = new StoredSlot.Key(account, entry.slot());
                slot.created = entry.created();
                slot.kind = entry.kind();
                database.persist(slot);
                if (!first) {
                    book.write(account, new Event.SlotAdded(entry.slot(), entry.kind()));
                }
            }
            slot.kind = entry.kind();
            slot.place = place++;
        }
        for (var gone : present.values()) {
            database.remove(gone);
            book.write(account, new Event.SlotDropped(gone.key.slot(), gone.kind));
        }
    }
}
