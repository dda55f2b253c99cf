package brussels.passerelle.consent.desk;

import brussels.passerelle.consent.store.ContentAnswer;
import brussels.passerelle.consent.store.Contents;
import brussels.passerelle.edge.access.CurrentCaller;
import brussels.passerelle.edge.access.Needs;
import brussels.passerelle.edge.access.Role;
import brussels.passerelle.edge.once.EachTime;
import brussels.passerelle.edge.paging.Page;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The worker's desk. Which desk it is, the token says; the address never does. */
@Path("/desk")
@Singleton
@Needs(Role.WORKER)
@Produces(MediaType.APPLICATION_JSON)
public class DeskResource {
    @Inject
    CurrentCaller current;
    @Inject
    DeskLoans loans;
    @Inject
    OpenPaper openPaper;
    @Inject
    Contents contents;

    /** An opening, and where its bytes are. */
    public record Opened(String opening, String content, long size, String hash) {}

    @GET
    @Path("/loans")
    public Page<DeskLoan> loans(@QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        return loans.list(Desk.of(current.get()), state, cursor, limit);
    }

    @POST
    @Path("/loans/{loan}/openings")
    @Consumes(MediaType.APPLICATION_JSON)
    @EachTime
    public Response open(@PathParam("loan") String loan, @HeaderParam("Idempotency-Key") @Nullable String request,
            byte[] body) {
        var opening = openPaper.open(Desk.of(current.get()), loan, Asked.parse(body), request);
        var content = "/api/desk/openings/" + opening.id + "/content";
        return Response.created(URI.create(content))
                .entity(new Opened(opening.id, content, opening.size, opening.hash)).build();
    }

    @GET
    @Path("/openings/{opening}/content")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response content(@PathParam("opening") String id, @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange) {
        var opening = openPaper.read(Desk.of(current.get()), id);
        return ContentAnswer.of(contents, opening.hash, opening.size, range, ifRange);
    }
}
