package brussels.passerelle.consent.mask;

import brussels.passerelle.consent.keyset.KeepKeyset;
import brussels.passerelle.consent.keyset.Slots;
import brussels.passerelle.consent.keyset.StoredView;
import brussels.passerelle.consent.log.Book;
import brussels.passerelle.consent.log.Event;
import brussels.passerelle.consent.manifest.StoredManifest;
import brussels.passerelle.consent.wall.Sessions;
import brussels.passerelle.consent.wall.UniqueViolation;
import brussels.passerelle.consent.wall.Views;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.Caller;
import brussels.passerelle.edge.limit.Limit;
import brussels.passerelle.edge.limit.RateLimits;
import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.time.Clock;

/** Sets a mask: from the commit on its view is the account's, and no session of before goes on, the one that set it included. */
@Singleton
class SetMask {
    private final Wall wall;
    private final Views views;
    private final Sessions sessions;
    private final KeepKeyset keysets;
    private final Slots slots;
    private final Masks masks;
    private final Book book;
    private final RateLimits limits;
    private final Clock clock;

    @Inject
    SetMask(Wall wall, Views views, Sessions sessions, KeepKeyset keysets, Slots slots, Masks masks, Book book,
            RateLimits limits, Clock clock) {
        this.wall = wall;
        this.views = views;
        this.sessions = sessions;
        this.keysets = keysets;
        this.slots = slots;
        this.masks = masks;
        this.book = book;
        this.limits = limits;
        this.clock = clock;
    }

    /** Refuses with badWindow, badKeyset, unknownPaper or sessionClosed. */
    void set(Caller caller, NewMask mask) {
        mask.checkHour(clock.instant());
        limits.take(Limit.MASKS, caller.account());
        try {
            wall.as(caller, () -> set(caller, caller.account(), mask));
        } catch (PersistenceException failed) {
            // The id may be that of a view this one cannot see.
            throw UniqueViolation.is(failed) ? Failure.Plain.BAD_INPUT.refused() : failed;
        }
        sessions.awaitNext();
    }

    private boolean set(Caller caller, String account, NewMask mask) {
        keysets.lock(account);
        views.lock(account);
        wall.again(caller);
        var parent = keysets.current(account).orElseThrow(Failure.Plain.BAD_KEYSET::refused);
        demandSlots(account, mask);
        if (mask.shows().contains(parent.view()) || !masks.shows(mask.ids())) {
            throw Failure.Plain.UNKNOWN_PAPER.refused();
        }
        var doors = Lifters.text(keysets.recoveryDoors(account));
        wall.whole(() -> {
            var now = clock.instant();
            var key = new StoredView.Key(account, masks.next(account));
            var view = StoredView.mask(key, mask.view(), parent, doors, now, mask.until());
            masks.add(view, new StoredManifest(new StoredManifest.Key(account, key.number()), mask.version(),
                    mask.manifest(), now));
            masks.fill(view, parent.key().number(), mask.ids());
            return true;
        });
        views.show(account, mask.view().view());
        book.write(account, new Event.MaskSet(parent.view(), mask.until()));
        sessions.close(account);
        return true;
    }

    /** Every slot must open it: who signs in by another way than usual must find the same small wallet. */
    private void demandSlots(String account, NewMask mask) {
        try {
            mask.view().demand(slots.ids(account));
        } catch (Damaged missing) {
            throw Failure.Plain.BAD_KEYSET.refused();
        }
    }
}
