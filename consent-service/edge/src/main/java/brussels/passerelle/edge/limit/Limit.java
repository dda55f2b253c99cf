package brussels.passerelle.edge.limit;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The table. A node may change an amount with the system property {@code passerelle.limit.<name>}. */
public enum Limit {
    REGISTRATIONS(60, Unit.TIMES, Duration.ofHours(1), Per.CLIENT),
    MEETINGS(240, Unit.TIMES, Duration.ofHours(1), Per.CLIENT),
    MEETING_CODES(60, Unit.TIMES, Duration.ofMinutes(10), Per.CLIENT),
    SIGN_IN_FAILURES(5, Unit.TIMES, Duration.ofSeconds(30), Per.ACCOUNT),
    UPLOADS(1_000, Unit.TIMES, Duration.ofHours(1), Per.ACCOUNT),
    STORAGE(1_000_000_000, Unit.BYTES, null, Per.WALLET),
    PAPER(100L << 20, Unit.BYTES, null, Per.PAPER),
    PAPERS(10_000, Unit.ITEMS, null, Per.WALLET),
    LOANS(2_000, Unit.ITEMS, null, Per.WALLET),
    LOAN_PAPERS(100, Unit.ITEMS, null, Per.LOAN),
    LOAN_TIME(366, Unit.DAYS, null, Per.LOAN),
    EXPORTS(20, Unit.TIMES, Duration.ofHours(1), Per.ACCOUNT),
    MASKS(60, Unit.TIMES, Duration.ofHours(1), Per.ACCOUNT),
    OPENINGS(2_000, Unit.TIMES, Duration.ofHours(1), Per.ACCOUNT),
    MANDATES(50, Unit.ITEMS, null, Per.WALLET),
    WAITING(200, Unit.ITEMS, null, Per.WALLET),
    WAITING_ROOM(300_000_000, Unit.BYTES, null, Per.WALLET),
    DEPOSITS(20, Unit.TIMES, Duration.ofDays(1), Per.ADDRESS),
    DEPOSIT(20L << 20, Unit.BYTES, null, Per.PAPER),
    ADDRESS_LOOKUPS(100, Unit.TIMES, Duration.ofHours(1), Per.ACCOUNT),
    RECOVERIES(30, Unit.TIMES, Duration.ofHours(1), Per.CLIENT),
    COUNTER(120, Unit.TIMES, Duration.ofHours(1), Per.ACCOUNT),
    PUBLICATIONS(120, Unit.TIMES, Duration.ofHours(1), Per.ACCOUNT),
    BODY(8L << 20, Unit.BYTES, null, Per.REQUEST);

    /** What is counted. */
    public enum Unit {
        TIMES,
        ITEMS,
        BYTES,
        DAYS
    }

    /** Who or what it is counted for. */
    public enum Per {
        CLIENT,
        ACCOUNT,
        WALLET,
        ADDRESS,
        PAPER,
        LOAN,
        REQUEST
    }

    private final long standard;
    private final Unit unit;
    private final @Nullable Duration window;
    private final Per per;

    Limit(long standard, Unit unit, @Nullable Duration window, Per per) {
        this.standard = standard;
        this.unit = unit;
        this.window = window;
        this.per = per;
    }

    public long amount() {
        return Long.getLong("passerelle.limit." + text(), standard);
    }

    public Unit unit() {
        return unit;
    }

    /** How long a count lasts; null for what is not counted over time. */
    public @Nullable Duration window() {
        return window;
    }

    public Per per() {
        return per;
    }

    /** The name in lower case with hyphens, such as {@code loan-papers}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
