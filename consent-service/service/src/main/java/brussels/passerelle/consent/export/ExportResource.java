package brussels.passerelle.consent.export;

import brussels.passerelle.consent.log.Book;
import brussels.passerelle.consent.log.Event;
import brussels.passerelle.consent.wall.Views;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.CurrentCaller;
import brussels.passerelle.edge.limit.Limit;
import brussels.passerelle.edge.limit.RateLimits;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Told by the holder's own browser before the archive is handed over: a copy of everything is in the log, whoever made it. */
@Path("/log/exported")
@Singleton
public class ExportResource {
    @Inject
    CurrentCaller current;
    @Inject
    Wall wall;
    @Inject
    Views views;
    @Inject
    RateLimits limits;
    @Inject
    Book book;

    @POST
    public void exported() {
        var caller = current.get();
        // For each view, as uploads are: what was done before a mask must not show in what may still be done under it.
        limits.take(Limit.EXPORTS, caller.account() + "|" + wall.as(caller, views::current));
        wall.as(caller, () -> {
            book.write(caller.account(), new Event.Exported());
            return true;
        });
    }
}
