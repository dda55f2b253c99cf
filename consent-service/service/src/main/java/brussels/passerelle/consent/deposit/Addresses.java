package brussels.passerelle.consent.deposit;

import brussels.passerelle.consent.wall.UniqueViolation;
import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The addresses of the database: the holder's own, or the one a depositing transaction can name. */
@Singleton
class Addresses {
    private static final int MOST = 20;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{16,22}");

    @PersistenceContext
    EntityManager database;
    private final Clock clock;

    @Inject
    Addresses(Clock clock) {
        this.clock = clock;
    }

    /** @param key public JWK, canonical JSON */
    record Address(String address, String account, String code, String key) {}

    List<Address> of(String account) {
        return rows("account = :value order by made, address", account);
    }

    /** Registers one's own; again is nothing new. */
    void put(String account, NewAddress wanted) {
        if (rows("address = :value", wanted.address()).stream().anyMatch(one -> one.account.equals(account))) {
            return;
        }
        if (of(account).size() >= MOST) {
            throw Failure.Plain.BAD_INPUT.refused();
        }
        try {
            database.createNativeQuery("""
                    insert into deposit_address (address, account, code, key, made)
                    values (:address, :account, :code, :key, :now)""").setParameter("address", wanted.address())
                    .setParameter("account", account).setParameter("code", wanted.code())
                    .setParameter("key", wanted.key()).setParameter("now", clock.instant()).executeUpdate();
        } catch (PersistenceException failed) {
            throw UniqueViolation.is(failed) ? Failure.Plain.VERSION_EXISTS.refused() : failed;
        }
    }

    /** The address of this id or code, named to the database for the rest of the transaction. */
    Optional<Address> named(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        say(name);
        var found = rows("(address = :value or code = :value)", name).stream().findFirst();
        found.ifPresent(one -> say(one.address));
        return found;
    }

    private void say(String name) {
        database.createNativeQuery("select set_config('passerelle.address', :name, true)").setParameter("name", name)
                .getSingleResult();
    }

    @SuppressWarnings("unchecked")
    private List<Address> rows(String condition, String value) {
        return ((List<Object[]>) database.createNativeQuery(
                "select address, account, code, key from deposit_address where " + condition)
                .setParameter("value", value).getResultList()).stream()
                .map(row -> new Address((String) row[0], (String) row[1], (String) row[2], (String) row[3])).toList();
    }
}
