package brussels.passerelle.consent.agency;

import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.agency.RootKey;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** The agency's root key as each administrator keeps it: sealed to that administrator alone. */
@Singleton
public class RootKeys {
    @PersistenceContext
    EntityManager database;

    static void checkShape(String jwe) {
        try {
            if (jwe.length() <= 8_192) {
                RootKey.checkShape(jwe);
                return;
            }
        } catch (Damaged shape) {
            // refused below
        }
        throw Failure.Plain.BAD_SEALED_KEY.refused();
    }

    Optional<String> find(String agency, String account) {
        var rows = database
                .createNativeQuery("select jwe from root_key where agency = :agency and account = :account",
                        String.class)
                .setParameter("agency", agency).setParameter("account", account).getResultList();
        return rows.isEmpty() ? Optional.empty() : Optional.of((String) rows.getFirst());
    }

    boolean put(String agency, String account, String jwe) {
        return database.createNativeQuery("""
                insert into root_key (agency, account, jwe) values (:agency, :account, :jwe)
                on conflict (agency, account) do update set jwe = excluded.jwe""").setParameter("agency", agency)
                .setParameter("account", account).setParameter("jwe", jwe).executeUpdate() == 1;
    }
}
