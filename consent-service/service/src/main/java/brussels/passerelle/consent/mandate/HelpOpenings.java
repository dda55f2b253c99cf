package brussels.passerelle.consent.mandate;

import brussels.passerelle.consent.paper.StoredPaper;
import brussels.passerelle.protocol.jose.Secret;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What helpers opened, and whether they may. */
@Singleton
class HelpOpenings {
    /** How long one opening may be read; afterwards the paper is opened, and logged, again. */
    private static final Duration READABLE = Duration.ofHours(1);

    @PersistenceContext
    EntityManager database;
    private final Shelves shelves;

    @Inject
    HelpOpenings(Shelves shelves) {
        this.shelves = shelves;
    }

    boolean shares(Mandate mandate, Shelves.Lying paper) {
        return shelves.shares(mandate, paper);
    }

    /** Empty when the holder deleted the paper. */
    Optional<HelpOpening> make(Mandate mandate, Asked.Opening asked, Instant now) {
        var key = new StoredPaper.Key(mandate.account, asked.paper().paper(), asked.paper().version());
        return Optional.ofNullable(database.find(StoredPaper.class, key)).map(content -> {
            var opening = new HelpOpening();
            opening.id = Secret.randomId();
            opening.mandate = mandate.id;
            opening.account = mandate.account;
            opening.paper = asked.paper().paper();
            opening.version = asked.paper().version();
            opening.action = asked.act().text();
            opening.size = content.size();
            opening.hash = content.hash();
            opening.helper = mandate.helper;
            opening.at = now;
            database.persist(opening);
            database.flush();
            return opening;
        });
    }

    Optional<HelpOpening> find(String id, String helper, Instant now) {
        return Optional.ofNullable(database.find(HelpOpening.class, id))
                .filter(one -> one.helper.equals(helper) && one.at.isAfter(now.minus(READABLE)));
    }

    /** A mandate that is used shows from then on, whatever view the holder is in. */
    void showUsed(Mandate mandate) {
        database.flush();
        database.createNativeQuery("select 1 from view_show_used(:account, :mandate)")
                .setParameter("account", mandate.account).setParameter("mandate", mandate.id).getSingleResult();
    }
}
