package brussels.passerelle.consent.account;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The accounts this service has met. */
@Singleton
public class Accounts {
    private static final String MEMBERS = "from Account a where a.organisation = :organisation and a.card is not null";

    @PersistenceContext
    EntityManager database;

    /** The accounts of an organisation that something can be sealed to, by id. */
    public List<Account> members(String organisation, String after, int rows) {
        return database.createQuery(MEMBERS + " and a.id > :after order by a.id", Account.class)
                .setParameter("organisation", organisation).setParameter("after", after).setMaxResults(rows)
                .getResultList();
    }

    public Optional<Account> member(String organisation, String account) {
        return database.createQuery(MEMBERS + " and a.id = :account", Account.class)
                .setParameter("organisation", organisation).setParameter("account", account).getResultStream()
                .findFirst();
    }

    /** Publishes an account's card to its organisation. */
    public void setCard(String account, String card) {
        database.createQuery("update Account a set a.card = :card where a.id = :account").setParameter("card", card)
                .setParameter("account", account).executeUpdate();
    }
}
