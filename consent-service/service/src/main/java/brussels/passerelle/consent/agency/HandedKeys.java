package brussels.passerelle.consent.agency;

import brussels.passerelle.edge.limit.Limit;
import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.agency.FunctionKey;
import brussels.passerelle.protocol.agency.KeyUse;
import brussels.passerelle.protocol.jose.Fields;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;

/** The keys handed to members. */
@Singleton
public class HandedKeys {
    private static final int MOST_SEALED = 8_192;

    @PersistenceContext
    EntityManager database;

    /** What an administrator's client hands over in one go. */
    record Handing(String function, List<Item> items) {
        record Item(KeyUse use, String jwe) {}

        static Handing parse(byte[] json) {
            try {
                var in = Fields.of(json);
                var function = in.name("function");
                var items = new ArrayList<Item>();
                for (var item : in.objects("items")) {
                    items.add(new Item(KeyUse.of(item.text("use")), item.text("jwe")));
                    item.end();
                }
                in.end();
                if (items.isEmpty() || items.size() > Limit.LOAN_PAPERS.amount()) {
                    throw Failure.Plain.BAD_INPUT.refused();
                }
                items.forEach(item -> checkShape(item.jwe));
                return new Handing(function, List.copyOf(items));
            } catch (Damaged bad) {
                throw Failure.Plain.BAD_INPUT.refused();
            }
        }

        private static void checkShape(String jwe) {
            try {
                if (jwe.length() <= MOST_SEALED) {
                    FunctionKey.checkShape(jwe);
                    return;
                }
            } catch (Damaged shape) {
                // refused below
            }
            throw Failure.Plain.BAD_SEALED_KEY.refused();
        }
    }

    /** What a member holds for a function becomes exactly this. */
    void replace(String agency, String account, Handing handing) {
        database.createQuery("""
                delete from HandedKey k where k.key.agency = :agency and k.key.functionId = :function
                and k.key.account = :account""").setParameter("agency", agency)
                .setParameter("function", handing.function).setParameter("account", account).executeUpdate();
        var place = 0;
        for (var item : handing.items) {
            database.persist(new HandedKey(new HandedKey.Key(agency, handing.function, account, place++),
                    item.use.notation(), item.jwe));
        }
    }

    /** What was handed to a member of an agency. */
    public List<HandedKey> of(String agency, String account) {
        return database.createQuery("""
                from HandedKey k where k.key.agency = :agency and k.key.account = :account
                order by k.key.functionId, k.key.place""", HandedKey.class).setParameter("agency", agency)
                .setParameter("account", account).getResultList();
    }

    /** The functions that any member of an agency holds keys for, as (account, function). */
    List<Object[]> functions(String agency) {
        return database.createQuery("""
                select distinct k.key.account, k.key.functionId from HandedKey k where k.key.agency = :agency
                order by k.key.functionId""", Object[].class).setParameter("agency", agency).getResultList();
    }
}
