package brussels.passerelle.consent.mandate;

import brussels.passerelle.consent.arrival.Arrival;
import brussels.passerelle.consent.arrival.Sealed;
import brussels.passerelle.consent.paper.Upload;
import brussels.passerelle.consent.store.ContentAnswer;
import brussels.passerelle.consent.store.Contents;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.CurrentCaller;
import brussels.passerelle.edge.limit.Limit;
import brussels.passerelle.edge.limit.RateLimits;
import brussels.passerelle.edge.once.EachTime;
import brussels.passerelle.edge.paging.Page;
import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Fields;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the caller may do for others. Any account may help; to everybody a mandate does not name, there is nothing here. */
@Path("/helping")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class HelpingResource {
    @Inject
    CurrentCaller current;
    @Inject
    Wall wall;
    @Inject
    Mandates mandates;
    @Inject
    Shelves shelves;
    @Inject
    Give give;
    @Inject
    Help help;
    @Inject
    Contents contents;
    @Inject
    RateLimits limits;
    @Inject
    Clock clock;

    /** A mandate as the helper sees it; the shelf, while it lives, is what the holder laid out. */
    public record Item(String mandate, String jws, String state, @Nullable String pin, @Nullable String endedAt,
            @Nullable String shelf) {}

    /** Something the caller sent, sealed to them. */
    public record Sent(String arrival, String act, String at, String copy) {}

    /** An opening, and where its bytes are. */
    public record Opened(String opening, String content, long size, String hash) {}

    @GET
    public Page<Item> held() {
        return wall.as(current.get(), () -> Page.whole(mandates.held(current.get().account()).stream()
                .map(this::item).toList()));
    }

    @PUT
    @Path("/{mandate}/pin")
    @Consumes(MediaType.APPLICATION_JSON)
    public void pin(@PathParam("mandate") String id, byte[] body) {
        var pin = Asked.jws(body);
        wall.as(current.get(), () -> {
            mandates.lockHeld(id, current.get().account()).orElseThrow(
                    Failure.Plain.NOT_FOUND::refused).pin = pin;
            return true;
        });
    }

    @POST
    @Path("/{mandate}/end")
    public void giveBack(@PathParam("mandate") String id) {
        give.giveBack(current.get(), id);
    }

    @PUT
    @Path("/{mandate}/arrivals/{paper: " + Base64Url.ID + "}/content")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @EachTime
    public Response receive(@PathParam("mandate") String id, @PathParam("paper") String paper,
            @HeaderParam("Content-Digest") @Nullable String digest,
            @HeaderParam("Content-Length") @Nullable Long length, InputStream body) throws IOException {
        limits.take(Limit.UPLOADS, current.get().account());
        try (var staged = Upload.stage(contents, body, digest, length, Upload.paper())) {
            return Response.status(help.receive(current.get(), id, paper, staged) ? 201 : 200).build();
        }
    }

    @POST
    @Path("/{mandate}/arrivals")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response send(@PathParam("mandate") String id, byte[] body) {
        limits.take(Limit.UPLOADS, current.get().account());
        help.send(current.get(), id, Sealed.ofHelper(body));
        return Response.status(201).build();
    }

    @GET
    @Path("/{mandate}/arrivals")
    public Page<Sent> sent(@PathParam("mandate") String id) {
        return Page.whole(help.sent(current.get(), id, (int) Limit.WAITING.amount()).stream()
                .map(HelpingResource::sent).toList());
    }

    @POST
    @Path("/{mandate}/openings")
    @Consumes(MediaType.APPLICATION_JSON)
    @EachTime
    public Response open(@PathParam("mandate") String id, byte[] body) {
        limits.take(Limit.OPENINGS, current.get().account());
        var opening = help.open(current.get(), id, Asked.opening(body));
        var content = "/api/helping/openings/" + opening.id + "/content";
        return Response.created(URI.create(content))
                .entity(new Opened(opening.id, content, opening.size, opening.hash)).build();
    }

    @GET
    @Path("/openings/{opening}/content")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response content(@PathParam("opening") String id, @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange) {
        var opening = help.read(current.get(), id);
        return ContentAnswer.of(contents, opening.hash, opening.size, range, ifRange);
    }

    private Item item(Mandate mandate) {
        var state = mandate.state(clock.instant());
        var shelf = state.equals("given") ? shelves.jwe(mandate).orElse(null) : null;
        return new Item(mandate.id, mandate.jws, state, mandate.pin,
                mandate.endedAt == null ? null : Fields.time(mandate.endedAt), shelf);
    }

    private static Sent sent(Arrival arrival) {
        return new Sent(arrival.id(), arrival.act(), Fields.time(arrival.at()), Objects.requireNonNull(arrival.copy()));
    }
}
