package brussels.passerelle.consent.mandate;

import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.CurrentCaller;
import brussels.passerelle.edge.paging.Page;
import brussels.passerelle.protocol.jose.Fields;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The mandates the caller gave. */
@Path("/mandates")
@Singleton
public class MandateResource {
    @Inject
    CurrentCaller current;
    @Inject
    Wall wall;
    @Inject
    Mandates mandates;
    @Inject
    Give give;
    @Inject
    Clock clock;

    /** What it says, the signed text says; the rest is what became of it. */
    public record Item(String mandate, String jws, String state, String givenAt, @Nullable String endedAt) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Page<Item> given() {
        var account = current.get().account();
        return wall.as(current.get(), () -> Page.whole(mandates.given(account).stream().map(this::item).toList()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response give(byte[] body) {
        give.give(current.get(), Asked.jws(body));
        return Response.status(201).build();
    }

    @PUT
    @Path("/{mandate}")
    @Consumes(MediaType.APPLICATION_JSON)
    public void change(@PathParam("mandate") String id, byte[] body) {
        give.change(current.get(), id, Asked.jws(body));
    }

    @POST
    @Path("/{mandate}/end")
    public void end(@PathParam("mandate") String id) {
        give.end(current.get(), id);
    }

    @PUT
    @Path("/{mandate}/shelf")
    @Consumes(MediaType.APPLICATION_JSON)
    public void layOut(@PathParam("mandate") String id, byte[] body) {
        give.layOut(current.get(), id, Asked.shelf(body));
    }

    private Item item(Mandate mandate) {
        return new Item(mandate.id, mandate.jws, mandate.state(clock.instant()), Fields.time(mandate.givenAt),
                mandate.endedAt == null ? null : Fields.time(mandate.endedAt));
    }
}
