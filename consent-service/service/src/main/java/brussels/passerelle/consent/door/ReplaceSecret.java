package brussels.passerelle.consent.door;

import brussels.passerelle.consent.account.IdentityProvider;
import brussels.passerelle.consent.log.Book;
import brussels.passerelle.consent.log.Event;
import brussels.passerelle.consent.wall.Sessions;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.Caller;
import brussels.passerelle.edge.header.Condition;
import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.keyset.AccountCard;
import com.nimbusds.jose.jwk.ECKey;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;

/** Replaces the secret that signs an account in, closes all its sessions, and writes it into the log: all of it, or nothing. */
@Singleton
public class ReplaceSecret {
    private static final String LATER = """
            insert into sign_in_secret (account, at) values (:account, :at)
            on conflict (account) do update set at = excluded.at where sign_in_secret.at < excluded.at""";
    private final Wall wall;
    private final Book book;
    private final Sessions sessions;
    private final IdentityProvider provider;
    private final Clock clock;

    @PersistenceContext
    EntityManager database;

    @Inject
    ReplaceSecret(Wall wall, Book book, Sessions sessions, IdentityProvider provider, Clock clock) {
        this.wall = wall;
        this.book = book;
        this.sessions = sessions;
        this.provider = provider;
        this.clock = clock;
    }

    /** Refuses: preconditionFailed when the key set is another one by now, badKeyset for a signature that is not enough. */
    void replace(Caller caller, NewSecret secret, Condition condition) {
        wall.as(caller, () -> {
            var account = caller.account();
            condition.next(keyset(account));
            later(account, secret.signedAt(account, signing(account), clock.instant()));
            book.write(account, new Event.PassphraseChanged());
            provider.setSecret(account, secret.authSecret());
            // Last: no token that the old secret still got is younger than this.
            sessions.close(account);
            return account;
        });
        sessions.awaitNext();
    }

    /** The version that is kept, held still until this is over: the secret must fit the key set it was made for. */
    private int keyset(String account) {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:account, 3))")
                .setParameter("account", account).getSingleResult();
        var versions = database.createNativeQuery("select version from keyset where account = :account")
                .setParameter("account", account).getResultList();
        if (versions.isEmpty()) {
            throw Failure.Plain.NOT_FOUND.refused();
        }
        return ((Number) versions.getFirst()).intValue();
    }

    private ECKey signing(String account) {
        var card = (String) database
                .createNativeQuery("select card from account where account = :account", String.class)
                .setParameter("account", account).getSingleResult();
        try {
            return AccountCard.verify(card).signing();
        } catch (Damaged bad) {
            throw new IllegalStateException("card");
        }
    }

    /** Each is later than the last: one that was seen before replaces nothing. */
    private void later(String account, Instant at) {
        var rows = database.createNativeQuery(LATER).setParameter("account", account).setParameter("at", at)
                .executeUpdate();
        if (rows == 0) {
            throw Failure.Plain.BAD_KEYSET.refused();
        }
    }
}
