package brussels.passerelle.consent.loan;

import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.CurrentCaller;
import brussels.passerelle.edge.paging.Cursor;
import brussels.passerelle.edge.paging.Page;
import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The holder's loans. */
@Path("/loans")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class LoanResource {
    @Inject
    CurrentCaller current;
    @Inject
    Wall wall;
    @Inject
    Loans loans;
    @Inject
    Lend lend;
    @Inject
    TakeBack takeBack;
    @Inject
    Clock clock;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response lend(byte[] body) {
        var loan = lend.lend(current.get(), NewLoan.parse(body));
        return Response.created(URI.create("loans/" + loan.loan())).entity(loan).build();
    }

    @GET
    public Page<LoanView> mine(@QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        var account = current.get().account();
        var after = Cursor.parse(cursor, 2);
        var size = Page.size(limit);
        return wall.as(current.get(), () -> {
            var rows = loans.given(account, after, size + 1);
            var items = loans.items(rows);
            var now = clock.instant();
            return Page.of(rows, size, Loans::cursor,
                    loan -> LoanView.of(loan, items.getOrDefault(loan.id(), List.of()), now));
        });
    }

    @GET
    @Path("/{loan}")
    public LoanView one(@PathParam("loan") String id) {
        return wall.as(current.get(), () -> {
            var loan = loans.find(id, current.get().account()).orElseThrow(Failure.Plain.NOT_FOUND::refused);
            return LoanView.of(loan, loans.items(List.of(loan)).getOrDefault(id, List.of()), clock.instant());
        });
    }

    @POST
    @Path("/{loan}/end")
    public LoanView end(@PathParam("loan") String id) {
        return takeBack.takeBack(current.get(), id);
    }
}
