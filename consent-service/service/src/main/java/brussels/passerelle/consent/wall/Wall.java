package brussels.passerelle.consent.wall;

import brussels.passerelle.edge.access.Caller;
import brussels.passerelle.edge.access.Role;
import brussels.passerelle.edge.problem.Failure;
import jakarta.annotation.Resource;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs work in one transaction behind row-level security. The settings live as long as the transaction; a connection that
 * goes back to the pool carries nothing.
 */
@Singleton
public class Wall {
    private static final String NAMED = """
            select set_config('passerelle.account', :account, true), set_config('passerelle.organisation', :organisation, true),
              set_config('passerelle.team', :team, true), set_config('passerelle.roles', :roles, true),
              set_config('passerelle.clock', :clock, true)""";
    private static final String ENTER = "select wall_enter(:account, :issued)";
    private static final String WHOLE = "select set_config('passerelle.whole', :whole, true)";

    private static final String SEEN = """
            insert into account (account, username, organisation, team, seen)
            values (:account, :username, cast(:organisation as text), cast(:team as text), now())
            on conflict (account) do update set username = excluded.username, organisation = excluded.organisation,
              team = excluded.team, seen = excluded.seen""";
    private static final int MOST_REMEMBERED = 10_000;
    private final Map<String, Caller> seen = new ConcurrentHashMap<>();

    @Resource
    UserTransaction transaction;

    @PersistenceContext
    EntityManager database;

    /**
     * Runs the work as the caller: what their view shows of their own, and what the desk of their token was given.
     *
     * @throws brussels.passerelle.edge.problem.Refused sessionClosed
     */
    public <T> T as(Caller caller, Supplier<T> work) {
        var roles = caller.roles().stream().map(Role::text).collect(Collectors.joining(",", ",", ","));
        var timeless = caller.at(Instant.EPOCH);
        var known = timeless.equals(seen.get(caller.account()));
        var result = run(() -> {
            name(caller.account(), caller.organisation(), caller.team(), roles, "");
            enter(caller);
            if (!known) {
                record(caller);
            }
            return work.get();
        });
        if (!known) {
            remember(timeless);
        }
        return result;
    }

    /** Runs the work as the service's own clock: what is past its end, and nothing else. */
    public <T> T asClock(Supplier<T> work) {
        return run(() -> {
            name("", null, null, "", "on");
            return work.get();
        });
    }

    /** Runs the work as nobody: what is public, and the bookkeeping of contents. */
    public <T> T asNobody(Supplier<T> work) {
        return run(() -> {
            name("", null, null, "", "");
            return work.get();
        });
    }

    /** Inside {@link #as}, after waiting for a lock: asks again whether this session is still open, and which view it is in. */
    public void again(Caller caller) {
        enter(caller);
    }

    private void enter(Caller caller) {
        var view = (Integer) database.createNativeQuery(ENTER).setParameter("account", caller.account())
                .setParameter("issued", caller.issuedAt()).getSingleResult();
        if (view < 0) {
            throw Failure.Plain.SESSION_CLOSED.refused();
        }
    }

    /**
     * Inside {@link #as}: runs a part of the work on everything of the account, shown or not. For what a mask must not
     * stop, such as ending the loans of a paper that goes; nothing of it may reach the answer.
     */
    public <T> T whole(Supplier<T> work) {
        seeWhole("on");
        var result = work.get();
        database.flush();
        seeWhole("");
        return result;
    }

    private void seeWhole(String how) {
        database.flush();
        database.createNativeQuery(WHOLE).setParameter("whole", how).getSingleResult();
    }

    private void name(String account, @Nullable String organisation, @Nullable String team, String roles,
            String clock) {
        database.createNativeQuery(NAMED).setParameter("account", account)
                .setParameter("organisation", organisation == null ? "" : organisation)
                .setParameter("team", team == null ? "" : team).setParameter("roles", roles)
                .setParameter("clock", clock).getSingleResult();
    }

    /** What a token says of an account is kept, so that an administrator can find the members of an organisation. */
    private void record(Caller caller) {
        database.createNativeQuery(SEEN).setParameter("account", caller.account())
                .setParameter("username", caller.username()).setParameter("organisation", caller.organisation())
                .setParameter("team", caller.team()).executeUpdate();
    }

    private void remember(Caller caller) {
        if (seen.size() > MOST_REMEMBERED) {
            seen.clear();
        }
        seen.put(caller.account(), caller);
    }

    private <T> T run(Supplier<T> work) {
        var done = false;
        try {
            transaction.begin();
            var result = work.get();
            transaction.commit();
            done = true;
            return result;
        } catch (NotSupportedException | SystemException | RollbackException | HeuristicMixedException
                | HeuristicRollbackException failed) {
            throw new IllegalStateException("transaction", failed);
        } finally {
            if (!done) {
                rollback();
            }
        }
    }

    private void rollback() {
        try {
            if (transaction.getStatus() != jakarta.transaction.Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        } catch (SystemException failed) {
            System.getLogger(Wall.class.getName()).log(System.Logger.Level.ERROR, "rollback failed");
        }
    }
}
