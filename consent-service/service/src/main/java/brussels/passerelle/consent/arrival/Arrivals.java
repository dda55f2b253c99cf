package brussels.passerelle.consent.arrival;

import brussels.passerelle.consent.store.Blobs;
import brussels.passerelle.consent.store.Contents;
import brussels.passerelle.consent.wall.UniqueViolation;
import brussels.passerelle.consent.wall.Views;
import brussels.passerelle.edge.limit.Limit;
import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What arrived, in the caller's transaction: the sender's side puts it down, the holder's side decides. */
@Singleton
public class Arrivals {
    /** Bytes that nothing was said about for so long were given up. */
    private static final Duration GIVEN_UP = Duration.ofDays(1);

    @PersistenceContext
    EntityManager database;
    private final Blobs blobs;
    private final Views views;
    private final Clock clock;

    @Inject
    Arrivals(Blobs blobs, Views views, Clock clock) {
        this.blobs = blobs;
        this.views = views;
        this.clock = clock;
    }

    /** Keeps the bytes of a paper to come; true when they are new, false when these very bytes were there. */
    public boolean receive(String id, String account, Origin from, Contents.Staged bytes) {
        var present = database.find(Arrival.class, id);
        if (present != null) {
            if (present.sameWay(account, from) && bytes.hash().equals(present.hash)) {
                return false;
            }
            throw Failure.Plain.VERSION_EXISTS.refused();
        }
        var arrival = new Arrival(id, account, from, clock.instant());
        blobs.use(bytes);
        arrival.size = bytes.size();
        arrival.hash = bytes.hash();
        add(arrival);
        return true;
    }

    /** Completes what {@link #receive} began; empty when there is nothing of this sender to complete. */
    public Optional<Arrival> complete(Sealed sealed, String account, Origin from) {
        var found = Optional.ofNullable(database.find(Arrival.class, sealed.arrival(), LockModeType.PESSIMISTIC_WRITE))
                .filter(one -> one.is(Arrival.State.SENDING) && one.sameWay(account, from));
        found.ifPresent(one -> put(one, sealed));
        return found;
    }

    /** A proposal: it brings no bytes. */
    public Arrival propose(Sealed sealed, String account, Origin from) {
        var arrival = new Arrival(sealed.arrival(), account, from, clock.instant());
        arrival.jwe = sealed.jwe();
        arrival.copy = sealed.copy();
        arrival.state = Arrival.State.PENDING.text();
        add(arrival);
        views.show(account, arrival.id);
        return arrival;
    }

    /** Refuses who has left too much that nobody has looked at. */
    public void demandRoom(String sender, long more) {
        var row = (Object[]) database.createNativeQuery("""
                select count(*), coalesce(sum(size), 0) from arrival
                where sender = :sender and state in ('sending', 'pending')""").setParameter("sender", sender)
                .getSingleResult();
        if (((Number) row[0]).longValue() >= Limit.WAITING.amount()
                || ((Number) row[1]).longValue() + more > Limit.WAITING_ROOM.amount()) {
            throw new Failure.TooMany(Duration.ofDays(1)).refused();
        }
    }

    /** The bytes this sender gave up on, dropped from the books; what is returned may be collected after the commit. */
    public List<String> giveUp(String sender) {
        var old = database.createQuery("""
                from Arrival a where a.sender = :sender and a.state = 'sending' and a.at < :before""", Arrival.class)
                .setParameter("sender", sender).setParameter("before", clock.instant().minus(GIVEN_UP))
                .getResultList();
        var hashes = old.stream().map(one -> Objects.requireNonNull(one.hash)).toList();
        old.forEach(database::remove);
        database.flush();
        blobs.release(hashes);
        return hashes;
    }

    /** What a helper sent under a mandate, newest first. */
    public List<Arrival> sent(String sender, String mandate, int rows) {
        return database.createQuery("""
                from Arrival a where a.sender = :sender and a.mandate = :mandate and a.copy is not null
                order by a.at desc, a.id""", Arrival.class).setParameter("sender", sender)
                .setParameter("mandate", mandate).setMaxResults(rows).getResultList();
    }

    /** What waits for the holder, oldest first; the query starts from what the view shows. */
    List<Arrival> pending(String account, int rows) {
        return database.createQuery("""
                select a from Shown s join Arrival a on a.id = s.object
                where a.account = :account and a.state = 'pending' order by a.at, a.id""", Arrival.class)
                .setParameter("account", account).setMaxResults(rows).getResultList();
    }

    Optional<Arrival> find(String id, String account) {
        return Optional.ofNullable(database.find(Arrival.class, id)).filter(one -> one.account.equals(account));
    }

    Optional<Arrival> lock(String id, String account) {
        return Optional.ofNullable(database.find(Arrival.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(one -> one.account.equals(account) && !one.is(Arrival.State.SENDING));
    }

    private void put(Arrival arrival, Sealed sealed) {
        arrival.jwe = sealed.jwe();
        arrival.copy = sealed.copy();
        arrival.state = Arrival.State.PENDING.text();
        arrival.at = clock.instant();
        database.flush();
        views.show(arrival.account, arrival.id);
    }

    private void add(Arrival arrival) {
        try {
            database.persist(arrival);
            database.flush();
        } catch (PersistenceException failed) {
            // The id may be that of something the wall hides from this sender.
            throw UniqueViolation.is(failed) ? Failure.Plain.VERSION_EXISTS.refused() : failed;
        }
    }
}
