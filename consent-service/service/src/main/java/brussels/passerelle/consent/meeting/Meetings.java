package brussels.passerelle.consent.meeting;

import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** The meetings that are not over; the others are not there, whether they were dropped already or not. */
@Singleton
public class Meetings {
    private static final Duration LIFE = Duration.ofMinutes(10);

    @PersistenceContext
    EntityManager database;
    private final Wall wall;
    private final Clock clock;

    @Inject
    Meetings(Wall wall, Clock clock) {
        this.wall = wall;
        this.clock = clock;
    }

    /** What the opener is told. */
    public record Opened(String meeting, String code) {}

    /** What the comer is told. */
    public record Offer(String meeting, String offer) {}

    Opened open(String offer) {
        var opened = new Opened(Name.newId().text(), Name.newCode().text());
        wall.asNobody(() -> database
                .createNativeQuery(
                        "insert into meeting (meeting, code, offer, until) values (:id, :code, :offer, :until)")
                .setParameter("id", opened.meeting).setParameter("code", opened.code).setParameter("offer", offer)
                .setParameter("until", clock.instant().plus(LIFE)).executeUpdate());
        return opened;
    }

    Optional<Offer> find(Name name) {
        return switch (name) {
            case Name.Id(var id) -> find("meeting", id);
            case Name.Code(var code) -> find("code", code);
            case Name.Unknown() -> Optional.empty();
        };
    }

    private Optional<Offer> find(String column, String value) {
        return wall.asNobody(() -> rows(
                live("select meeting, offer from meeting where " + column + " = :value and until > :now")
                        .setParameter("value", value))
                .findFirst().map(row -> new Offer((String) row[0], (String) row[1])));
    }

    /** Says a part, or refuses: there is no such meeting, or the part was said. */
    void say(Name.Id meeting, Part part, String text) {
        var said = wall.asNobody(() -> live("""
                insert into meeting_text (meeting, part, body)
                select meeting, :part, :body from meeting where meeting = :id and until > :now
                on conflict do nothing""").setParameter("id", meeting.text()).setParameter("part", part.text())
                .setParameter("body", text).executeUpdate());
        if (said == 0) {
            throw (find(meeting).isPresent() ? Failure.Plain.MEETING_ANSWERED : Failure.Plain.NOT_FOUND).refused();
        }
    }

    /** A part, when it was said. */
    Optional<String> said(Name.Id meeting, Part part) {
        return wall.asNobody(() -> rows(live("""
                select t.meeting, t.body from meeting_text t join meeting m on m.meeting = t.meeting
                where t.meeting = :id and t.part = :part and m.until > :now""").setParameter("id", meeting.text())
                .setParameter("part", part.text())).findFirst().map(row -> (String) row[1]));
    }

    void drop(Name.Id meeting) {
        wall.asNobody(() -> database.createNativeQuery("delete from meeting where meeting = :id")
                .setParameter("id", meeting.text()).executeUpdate());
    }

    /** Drops what is over. */
    public int dropOver() {
        return wall.asNobody(() -> live("delete from meeting where until <= :now").executeUpdate());
    }

    private Query live(String sql) {
        return database.createNativeQuery(sql).setParameter("now", clock.instant());
    }

    private static Stream<Object[]> rows(Query query) {
        return Stream.of(query.getResultList().toArray()).map(row -> (Object[]) row);
    }
}
