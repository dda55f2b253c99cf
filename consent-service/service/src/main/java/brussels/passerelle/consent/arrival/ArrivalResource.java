package brussels.passerelle.consent.arrival;

import brussels.passerelle.consent.store.ContentAnswer;
import brussels.passerelle.consent.store.Contents;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.CurrentCaller;
import brussels.passerelle.edge.limit.Limit;
import brussels.passerelle.edge.paging.Page;
import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The holder's inbox. */
@Path("/arrivals")
@Singleton
public class ArrivalResource {
    @Inject
    CurrentCaller current;
    @Inject
    Wall wall;
    @Inject
    Arrivals arrivals;
    @Inject
    Decide decide;
    @Inject
    Contents contents;

    /** One thing that waits; hash is SHA-256 of the ciphertext it brings, if it brings one. */
    public record Item(String arrival, String act, @Nullable String mandate, @Nullable String address,
            @Nullable String agency, @Nullable String function, String by, String at, @Nullable Long size,
            @Nullable String hash, @Nullable String jwe) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Page<Item> pending() {
        var account = current.get().account();
        return wall.as(current.get(), () -> Page.whole(arrivals.pending(account, (int) Limit.WAITING.amount()).stream()
                .map(ArrivalResource::item).toList()));
    }

    @GET
    @Path("/{arrival}/content")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response content(@PathParam("arrival") String id, @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange) {
        var found = wall.as(current.get(), () -> arrivals.find(id, current.get().account()))
                .filter(one -> one.hash != null).orElseThrow(Failure.Plain.NOT_FOUND::refused);
        return ContentAnswer.of(contents, Objects.requireNonNull(found.hash), Objects.requireNonNull(found.size),
                range, ifRange);
    }

    @POST
    @Path("/{arrival}/accept")
    @Consumes(MediaType.APPLICATION_JSON)
    public void accept(@PathParam("arrival") String id, byte[] body) {
        decide.accept(current.get(), id, tell(body));
    }

    @POST
    @Path("/{arrival}/refuse")
    @Consumes(MediaType.APPLICATION_JSON)
    public void refuse(@PathParam("arrival") String id, byte[] body) {
        decide.refuse(current.get(), id, tell(body));
    }

    /** {@code {tell}}: whether the sender may know. */
    private static boolean tell(byte[] json) {
        try {
            var in = Fields.of(json);
            var tell = in.flag("tell");
            in.end();
            return tell;
        } catch (Damaged bad) {
            throw Failure.Plain.BAD_INPUT.refused();
        }
    }

    private static Item item(Arrival arrival) {
        return new Item(arrival.id, arrival.act, arrival.mandate, arrival.address, arrival.agency, arrival.functionId,
                arrival.called, Fields.time(arrival.at), arrival.size, arrival.hash, arrival.jwe);
    }
}
