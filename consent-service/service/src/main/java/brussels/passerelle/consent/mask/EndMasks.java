package brussels.passerelle.consent.mask;

import brussels.passerelle.consent.keyset.StoredView;
import brussels.passerelle.consent.log.Book;
import brussels.passerelle.consent.log.Event;
import brussels.passerelle.consent.wall.Sessions;
import brussels.passerelle.consent.wall.Views;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.Caller;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * Ends masks: at their hour, or early by the recovery code. A code lifts the outermost mask that was set while it existed,
 * and those inside it; one made under a mask lifts what was set after it, and never the mask it was made under.
 */
@Singleton
public class EndMasks {
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int BATCH = 200;
    private final Wall wall;
    private final Views views;
    private final Sessions sessions;
    private final Masks masks;
    private final Book book;
    private final Clock clock;

    @Inject
    EndMasks(Wall wall, Views views, Sessions sessions, Masks masks, Book book, Clock clock) {
        this.wall = wall;
        this.views = views;
        this.sessions = sessions;
        this.masks = masks;
        this.book = book;
        this.clock = clock;
    }

    /** Lifts what the signature may lift, or does nothing: the answer is the same. */
    void lift(Caller caller, String jws) {
        if (wall.as(caller, () -> {
            views.lock(caller.account());
            wall.again(caller);
            return lift(caller.account(), jws);
        })) {
            sessions.awaitNext();
        }
    }

    private boolean lift(String account, String jws) {
        var now = clock.instant();
        var lifted = wall.whole(() -> {
            var live = masks.live(account, now);
            if (live.isEmpty()) {
                Lifters.readInVain(jws);
            }
            var first = live.stream().filter(mask -> mayLift(mask, jws, now)).findFirst();
            var these = first.map(outer -> live.subList(live.indexOf(outer), live.size())).orElse(List.of());
            these.forEach(mask -> mask.end(now));
            return List.copyOf(these);
        });
        lifted.forEach(mask -> tell(mask, true));
        if (!lifted.isEmpty()) {
            sessions.close(account);
        }
        return !lifted.isEmpty();
    }

    /** Fresh, and signed after the mask was set: what was signed against an earlier one is worth nothing. */
    private static boolean mayLift(StoredView mask, String jws, Instant now) {
        return Lifters.read(jws, mask.lifters()).filter(lift -> lift.account().equals(mask.key().account())
                && Duration.between(lift.at(), now).abs().compareTo(FRESH) <= 0
                && !lift.at().isBefore(mask.made().truncatedTo(ChronoUnit.SECONDS))).isPresent();
    }

    /** Writes down, once, that its hour ended a mask. Whether it is over never depends on this having run. */
    public int due() {
        return wall.asClock(() -> {
            var due = masks.due(clock.instant(), BATCH);
            for (var mask : due) {
                mask.end(Objects.requireNonNull(mask.until()));
                tell(mask, false);
            }
            return due.size();
        });
    }

    private void tell(StoredView mask, boolean early) {
        book.write(mask.key().account(), new Event.MaskEnded(Objects.requireNonNull(mask.parent()), early));
    }
}
