package brussels.passerelle.consent.recovery;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How far a recovery is, and what may follow on what: one table. Pure. */
enum Stage {
    /** Announced; no card was shown. */
    STARTED,
    ONE_CARD,
    /** Two cards were shown; the wait of the kit runs. */
    WAITING,
    /** The wait is over: the server's share may be fetched. */
    READY,
    /** It was fetched. */
    OPENED,
    /** By the holder's veto, or because the kit was revoked. */
    STOPPED,
    EXPIRED;

    /** What can be done to a recovery; time does the rest. */
    enum Act {
        /** A card that was not shown before, and is the kit's. */
        CARD,
        /** The server's share is asked for with the slip. */
        OPEN,
        STOP
    }

    private static final Map<Stage, Map<Act, Stage>> TABLE = Map.of( //
            STARTED, Map.of(Act.CARD, ONE_CARD, Act.STOP, STOPPED), //
            ONE_CARD, Map.of(Act.CARD, WAITING, Act.STOP, STOPPED), //
            WAITING, Map.of(Act.CARD, WAITING, Act.STOP, STOPPED), //
            READY, Map.of(Act.CARD, READY, Act.OPEN, OPENED, Act.STOP, STOPPED), //
            // A third card helps where one of two was wrong; a veto keeps what is not fetched yet from being fetched.
            OPENED, Map.of(Act.CARD, OPENED, Act.OPEN, OPENED, Act.STOP, STOPPED), //
            STOPPED, Map.of(), //
            EXPIRED, Map.of());

    /** The stage after an act; empty when the table does not know it. */
    Optional<Stage> after(Act act) {
        return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(act));
    }

    /** As the API writes it. */
    String text() {
        var words = name().split("_", -1);
        return words[0].toLowerCase(Locale.ROOT)
                + (words.length > 1 ? words[1].charAt(0) + words[1].substring(1).toLowerCase(Locale.ROOT) : "");
    }
}
