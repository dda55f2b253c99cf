package brussels.passerelle.consent.mandate;

import brussels.passerelle.protocol.mandate.Right;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** May this helper do this now? Pure; what no line permits is denied. */
final class HelpPolicy {
    private HelpPolicy() {}

    /** What a helper may ask for. */
    enum Act {
        /** Add a paper. */
        ADD,
        /** Propose another title, kind or date. */
        FILE,
        /** Prepare a loan. */
        ASK,
        /** Read a paper. */
        LOOK,
        /** Print a paper. */
        PRINT,
        /** See the list of what one sent oneself, and the holder's card. */
        SEE;

        /** The rights it takes. Printing takes reading, because who prints has read. */
        Set<Right> needs() {
            return switch (this) {
                case ADD -> Set.of(Right.ADD);
                case FILE -> Set.of(Right.FILE);
                case ASK -> Set.of(Right.ASK);
                case LOOK -> Set.of(Right.READ);
                case PRINT -> Set.of(Right.READ, Right.PRINT);
                case SEE -> Set.of();
            };
        }

        /** As the API and the log write it. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why not; the names are part of the API. */
    enum Reason {
        MANDATE_ENDED("mandateEnded"),
        MANDATE_EXPIRED("mandateExpired"),
        MANDATE_NOT_STARTED("mandateNotStarted"),
        RIGHT_MISSING("rightMissing"),
        NOT_SHARED("notShared");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /**
     * Everything the decision depends on.
     *
     * @param ended when the mandate was taken or given back
     * @param shared whether the holder laid out all that is asked for, in the view they are in
     */
    record Facts(Set<Right> rights, Instant from, Instant until, @Nullable Instant ended, boolean shared,
            Instant now) {}

    /** Null permits. */
    static @Nullable Reason deny(Act act, Facts facts) {
        if (facts.ended != null) {
            return Reason.MANDATE_ENDED;
        }
        if (!facts.now.isBefore(facts.until)) {
            return Reason.MANDATE_EXPIRED;
        }
        if (facts.now.isBefore(facts.from)) {
            return Reason.MANDATE_NOT_STARTED;
        }
        if (!facts.rights.containsAll(act.needs())) {
            return Reason.RIGHT_MISSING;
        }
        return switch (act) {
            case ADD, FILE, ASK, SEE -> null;
            case LOOK, PRINT -> facts.shared ? null : Reason.NOT_SHARED;
        };
    }
}
