package brussels.passerelle.consent.log;

import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.CurrentCaller;
import brussels.passerelle.edge.paging.Cursor;
import brussels.passerelle.edge.paging.Page;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Fields;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Who looked, and what else happened: the caller's own events, newest first. */
@Path("/log/events")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class LogResource {
    private static final String MINE = """
            select new brussels.passerelle.consent.log.LogRow(e, p.place)
            from ShownEvent s join LogEvent e on e.leaf = s.leaf left join LogPlace p on p.leaf = s.leaf
            where e.account = :account and s.leaf < :before order by s.leaf desc""";
    @Inject
    Wall wall;
    @Inject
    CurrentCaller current;

    @PersistenceContext
    EntityManager database;

    @GET
    public Page<LogEntry> mine(@QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        var caller = current.get();
        var after = Cursor.parse(cursor, 1);
        var size = Page.size(limit);
        return wall.as(caller, () -> {
            var rows = database.createQuery(MINE, LogRow.class).setParameter("account", caller.account())
                    .setParameter("before", after == null ? Long.MAX_VALUE : after.number(0)).setMaxResults(size + 1)
                    .getResultList();
            return Page.of(rows, size, row -> Cursor.of(row.event().leaf), LogResource::entry);
        });
    }

    private static LogEntry entry(LogRow row) {
        var event = row.event();
        return new LogEntry(row.place(), Base64Url.encode(event.salt), event.event, Fields.time(event.at));
    }
}
