package brussels.passerelle.registry.organisation;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;

import brussels.passerelle.registry.entry.Outbox;
import brussels.passerelle.registry.published.Fold;
import brussels.passerelle.registry.published.Kind;

/** Finds organisations by name or commune, misspelt or not, and keeps what they published about their keys. */
@Singleton
@Transactional
class Societies {
    private final Outbox outbox;

    @PersistenceContext
    private EntityManager database;

    @Inject
    Societies(Outbox outbox) {
        this.outbox = outbox;
    }

    /** An organisation found, and whether it has published keys. */
    record Found(String id, boolean lendable) {}

    /** In the order of ids, after the one given (empty: from the start). */
    List<Found> find(String text, boolean lendableOnly, String after, int most) {
        List<String> words = Fold.words(text);
        var sql = new StringBuilder("select o.id, k.organisation is not null from organisation o ")
                .append("left join agency_keys k on k.organisation = o.id where o.id > :after");
        if (lendableOnly)
            sql.append(" and k.organisation is not null");
        for (int i = 0; i < words.size(); i++)
            sql.append(" and word_similarity(:word").append(i).append(", o.folded) >= 0.45");
        Query query = database.createNativeQuery(sql + " order by o.id limit :most").setParameter("after", after)
                .setParameter("most", most);
        for (int i = 0; i < words.size(); i++)
            query.setParameter("word" + i, words.get(i));
        List<?> rows = query.getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new Found((String) row[0], (Boolean) row[1]))
                .toList();
    }

    /** The published document, exactly as verified. */
    Optional<String> keys(String organisation) {
        List<?> found = database
                .createNativeQuery("select document from agency_keys where organisation = :organisation")
                .setParameter("organisation", organisation).getResultList();
        return found.stream().findFirst().map(String.class::cast);
    }

    void publish(String organisation, String root, String document) {
        database.createNativeQuery("""
                insert into agency_keys (organisation, root, document, published) values (:organisation, :root, :document, now())
                on conflict (organisation) do update set root = excluded.root, document = excluded.document, published = now()
                """).setParameter("organisation", organisation).setParameter("root", root)
                .setParameter("document", document)
                .executeUpdate();
        outbox.changed(Kind.ORGANISATION, List.of(organisation));
    }
}
