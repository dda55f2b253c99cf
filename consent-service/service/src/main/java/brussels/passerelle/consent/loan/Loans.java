package brussels.passerelle.consent.loan;

import brussels.passerelle.consent.wall.UniqueViolation;
import brussels.passerelle.edge.paging.Cursor;
import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The loans of the database, always asked with whose they must be. */
@Singleton
public class Loans {
    /** Also for somebody at whose own desk the loan is: here only what their own view shows. */
    private static final String SHOWN = " and exists (select 1 from Shown s where s.object = l.id)";
    private static final String ORDER = " and (l.givenAt < :at or (l.givenAt = :at and l.id < :id)) order by l.givenAt desc, l.id desc";
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    @PersistenceContext
    EntityManager database;

    /** A loan of this account, locked against openings until the transaction ends. */
    Optional<Loan> lock(String id, String account) {
        return database.createQuery("from Loan l where l.id = :id and l.account = :account" + SHOWN, Loan.class)
                .setParameter("id", id).setParameter("account", account).setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream().findFirst();
    }

    Optional<Loan> find(String id, String account) {
        return database.createQuery("from Loan l where l.id = :id and l.account = :account" + SHOWN, Loan.class)
                .setParameter("id", id).setParameter("account", account).getResultStream().findFirst();
    }

    /** A loan to this desk, locked against being taken back until the transaction ends. */
    public Optional<Loan> holdAtDesk(String id, String agency, String function) {
        return database
                .createQuery("from Loan l where l.id = :id and l.agency = :agency and l.functionId = :function",
                        Loan.class)
                .setParameter("id", id).setParameter("agency", agency).setParameter("function", function)
                .setLockMode(LockModeType.PESSIMISTIC_READ).getResultStream().findFirst();
    }

    List<Loan> given(String account, @Nullable Cursor after, int rows) {
        return page(database.createQuery("from Loan l where l.account = :account" + SHOWN + ORDER, Loan.class)
                .setParameter("account", account), after, rows);
    }

    /** The loans to a desk; with a state, those that are in it at this moment. */
    public List<Loan> atDesk(String agency, String function, @Nullable State state, Instant now,
            @Nullable Cursor after, int rows) {
        var wanted = switch (state) {
            case null -> "";
            case EXPIRED -> " and (l.state = :state or (l.state <> :ended and l.until <= :now))";
            case ENDED -> " and l.state = :state";
            case OFFERED, GIVEN, PAUSED -> " and l.state = :state and l.until > :now";
        };
        var query = database.createQuery(
                "from Loan l where l.agency = :agency and l.functionId = :function" + wanted + ORDER, Loan.class)
                .setParameter("agency", agency).setParameter("function", function);
        if (state != null) {
            query.setParameter("state", state);
        }
        if (state == State.EXPIRED) {
            query.setParameter("ended", State.ENDED);
        }
        if (wanted.contains(":now")) {
            query.setParameter("now", now);
        }
        return page(query, after, rows);
    }

    private static List<Loan> page(jakarta.persistence.TypedQuery<Loan> query, @Nullable Cursor after, int rows) {
        var at = after == null ? END_OF_TIME : Instant.EPOCH.plus(after.number(0), ChronoUnit.MICROS);
        return query.setParameter("at", at).setParameter("id", after == null ? "" : after.key().get(1))
                .setMaxResults(rows).getResultList();
    }

    /** The cursor after a loan. */
    public static Cursor cursor(Loan loan) {
        return Cursor.of(ChronoUnit.MICROS.between(Instant.EPOCH, loan.givenAt), loan.id);
    }

    /** The items of several loans, in their order. */
    public Map<String, List<LoanItem>> items(Collection<Loan> loans) {
        if (loans.isEmpty()) {
            return Map.of();
        }
        return database.createQuery("from LoanItem i where i.key.loan in :loans order by i.place", LoanItem.class)
                .setParameter("loans", loans.stream().map(Loan::id).toList()).getResultStream()
                .collect(Collectors.groupingBy(item -> item.key().loan()));
    }

    long live(String account, Instant now) {
        return database.createQuery(
                "select count(l) from Loan l where l.account = :account and l.until > :now and l.state <> :ended"
                        + SHOWN,
                Long.class).setParameter("account", account).setParameter("now", now)
                .setParameter("ended", State.ENDED).getSingleResult();
    }

    /** The running loans that contain a paper, locked; asked within the whole account, every one of them. */
    List<Loan> lockWith(String paper, String account) {
        return database.createQuery("""
                from Loan l where l.account = :account and l.endedAt is null
                and exists (select 1 from LoanItem i where i.key.loan = l.id and i.key.paper = :paper)""", Loan.class)
                .setParameter("account", account).setParameter("paper", paper)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    /** Loans whose time is over and which nobody wrote down as over, locked; those another server holds are left to it. */
    List<Loan> lockDue(Instant now, int rows) {
        return database.createQuery("from Loan l where l.until <= :now and l.endedAt is null", Loan.class)
                .setParameter("now", now).setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", -2).setMaxResults(rows).getResultList();
    }

    void add(Loan loan, Collection<LoanItem> items) {
        try {
            database.persist(loan);
            database.flush();
        } catch (PersistenceException failed) {
            // The id may be that of a loan the wall hides from this account.
            throw UniqueViolation.is(failed) ? Failure.Plain.LOAN_EXISTS.refused() : failed;
        }
        items.forEach(database::persist);
    }

    /** The sealed keys go with the loan; which papers it was about stays. */
    void dropKeys(Loan loan) {
        database.flush();
        database.createQuery("update LoanItem i set i.jwe = null where i.key.loan = :loan")
                .setParameter("loan", loan.id).executeUpdate();
    }
}
