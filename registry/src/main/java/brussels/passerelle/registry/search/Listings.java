package brussels.passerelle.registry.search;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;

/** The read model of the search in PostgreSQL: trigram index for words, GIN for codes, keyset order for pages. */
@Singleton
public class Listings {
    /** A misspelt word still has about half of its trigrams; below that, unrelated words start to match. */
    private static final String LIKE_ENOUGH = "0.45";

    @PersistenceContext
    private EntityManager database;

    /** A line found: the offer, and its place in the order. */
    record Found(int score, String title, String offer) {}

    public void put(Listing listing) {
        database.createNativeQuery("""
                insert into listing (offer, title, body, needs, targets, communes)
                values (:offer, :title, :body, string_to_array(:needs, ','), string_to_array(:targets, ','),
                        string_to_array(:communes, ','))
                on conflict (offer) do update set title = excluded.title, body = excluded.body, needs = excluded.needs,
                        targets = excluded.targets, communes = excluded.communes
                """).setParameter("offer", listing.offer()).setParameter("title", listing.title())
                .setParameter("body", listing.body()).setParameter("needs", String.join(",", listing.needs()))
                .setParameter("targets", String.join(",", listing.targets()))
                .setParameter("communes", String.join(",", listing.communes())).executeUpdate();
    }

    /** Up to {@code limit} lines after the cursor, best first. */
    @Transactional
    List<Found> find(Criteria criteria, Optional<After> after, int limit) {
        likeEnough();
        String order = "select * from (select " + score(criteria) + " as score, title, offer from listing l where "
                + conditions(criteria) + ") found";
        String page = after.isEmpty() ? "" : " where (-score, title, offer) > (:score, :title collate \"C\", :offer)";
        Query query = bind(database.createNativeQuery(order + page + " order by -score, title, offer limit :most"),
                criteria);
        after.ifPresent(cursor -> query.setParameter("score", -cursor.score()).setParameter("title", cursor.title())
                .setParameter("offer", cursor.offer()));
        List<?> rows = query.setParameter("most", limit).getResultList();
        return rows.stream().map(Object[].class::cast)
                .map(row -> new Found(((Number) row[0]).intValue(), (String) row[1], (String) row[2])).toList();
    }

    /** How many lines answer, counted to at most 500. The lines counted are exactly those that paging would show. */
    @Transactional
    int count(Criteria criteria) {
        likeEnough();
        Query query = database.createNativeQuery(
                "select count(*) from (select 1 from listing l where " + conditions(criteria) + " limit :most) found");
        return ((Number) bind(query, criteria).setParameter("most", Answer.COUNTED_TO + 1).getSingleResult())
                .intValue();
    }

    private void likeEnough() {
        database.createNativeQuery("select set_config('pg_trgm.word_similarity_threshold', :like, true)")
                .setParameter("like", LIKE_ENOUGH).getSingleResult();
    }

    private static String conditions(Criteria criteria) {
        var sql = new StringBuilder("true");
        if (criteria.need() != null)
            sql.append(" and l.needs && string_to_array(:needs, ',')");
        if (criteria.target() != null)
            sql.append(" and l.targets && string_to_array(:targets, ',')");
        if (criteria.commune() != null)
            sql.append(" and l.communes @> array[cast(:commune as text)]");
        for (int i = 0; i < criteria.words().size(); i++)
            sql.append(" and :word").append(i).append(" <% l.body");
        return sql.toString();
    }

    /** A word in the title counts twice; whole hundredths, so that a cursor can repeat it exactly. */
    private static String score(Criteria criteria) {
        var sql = new StringBuilder("cast(100 * (0");
        for (int i = 0; i < criteria.words().size(); i++)
            sql.append(" + 2 * word_similarity(:word").append(i).append(", l.title) + word_similarity(:word").append(i)
                    .append(", l.body)");
        return sql.append(") as int)").toString();
    }

    private static Query bind(Query query, Criteria criteria) {
        if (criteria.need() != null)
            query.setParameter("needs", String.join(",", criteria.needs()));
        if (criteria.target() != null)
            query.setParameter("targets", String.join(",", criteria.targets()));
        if (criteria.commune() != null)
            query.setParameter("commune", criteria.commune());
        for (int i = 0; i < criteria.words().size(); i++)
            query.setParameter("word" + i, criteria.words().get(i));
        return query;
    }
}
