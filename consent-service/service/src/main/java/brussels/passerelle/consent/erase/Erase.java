package brussels.passerelle.consent.erase;

import brussels.passerelle.consent.account.IdentityProvider;
import brussels.passerelle.consent.account.ReservedNames;
import brussels.passerelle.consent.log.Book;
import brussels.passerelle.consent.log.Event;
import brussels.passerelle.consent.store.Blobs;
import brussels.passerelle.consent.wall.Sessions;
import brussels.passerelle.consent.wall.Views;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.Caller;
import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.keyset.AccountCard;
import com.nimbusds.jose.jwk.ECKey;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;

/** Erases the caller's wallet: all of it in one transaction, or nothing. Sign-in goes last, and takes everything with it when it fails. */
@Singleton
public class Erase {
    private static final String CONTENTS = """
            select hash from paper where account = :account and (:all or paper in (select object from shown))
            union all select hash from arrival where account = :account and hash is not null
              and (:all or arrival in (select object from shown))""";
    private final Wall wall;
    private final Views views;
    private final Sessions sessions;
    private final Book book;
    private final Blobs blobs;
    private final ReservedNames names;
    private final IdentityProvider provider;
    private final Clock clock;

    @PersistenceContext
    EntityManager database;

    @Inject
    Erase(Wall wall, Views views, Sessions sessions, Book book, Blobs blobs, ReservedNames names,
            IdentityProvider provider, Clock clock) {
        this.wall = wall;
        this.views = views;
        this.sessions = sessions;
        this.book = book;
        this.blobs = blobs;
        this.names = names;
        this.provider = provider;
        this.clock = clock;
    }

    /** The receipt under which the public log says that it was done. */
    String erase(Caller caller, Wish wish) {
        var account = caller.account();
        var hashes = wall.as(caller, () -> {
            lock(account);
            wish.demand(account, signing(account), clock.instant());
            var masked = views.current() > 0;
            var gone = contents(account, !masked);
            if (masked) {
                sleep(account);
                run("select 1 from erase_shown(:account)", account);
            } else {
                names.reserve(caller.username());
                run("select 1 from erase_account(:account)", account);
            }
            blobs.release(gone);
            tell(wish.receipt());
            sessions.close(account);
            if (masked) {
                provider.disable(account);
            } else {
                provider.remove(account);
            }
            return gone;
        });
        blobs.collect(hashes);
        return wish.receipt();
    }

    /** With everything that changes key set, masks or papers of the account. */
    private void lock(String account) {
        for (var what : List.of(1, 3)) {
            database.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:account, :what))")
                    .setParameter("account", account).setParameter("what", what).getSingleResult();
        }
    }

    private ECKey signing(String account) {
        List<?> cards = database
                .createNativeQuery("select card from account where account = :account and card is not null")
                .setParameter("account", account).getResultList();
        if (cards.isEmpty()) {
            throw Failure.Plain.NOT_FOUND.refused();
        }
        try {
            return AccountCard.verify(String.valueOf(cards.getFirst())).signing();
        } catch (Damaged bad) {
            throw new IllegalStateException("card", bad);
        }
    }

    private List<String> contents(String account, boolean all) {
        name(account);
        List<?> hashes = database.createNativeQuery(CONTENTS).setParameter("account", account).setParameter("all", all)
                .getResultList();
        name("");
        return hashes.stream().map(String::valueOf).toList();
    }

    private void name(String account) {
        database.createNativeQuery("select set_config('passerelle.erasing', :account, true)")
                .setParameter("account", account).getSingleResult();
    }

    /** Sign-in comes back when the mask that is current now ends. */
    private void sleep(String account) {
        database.createNativeQuery("""
                insert into asleep (subject, until)
                select account, until from view where account = :account and number = wall_view()""")
                .setParameter("account", account).executeUpdate();
    }

    private void run(String sql, String account) {
        database.flush();
        database.createNativeQuery(sql).setParameter("account", account).getSingleResult();
        database.clear();
    }

    private void tell(String receipt) {
        var event = new Event.Erased(receipt);
        var text = event.canonical(clock.instant());
        database.createNativeQuery("insert into erasure (receipt, event, leaf) values (:receipt, :event, :leaf)")
                .setParameter("receipt", receipt).setParameter("event", text)
                .setParameter("leaf", book.tell(text)).executeUpdate();
    }
}
