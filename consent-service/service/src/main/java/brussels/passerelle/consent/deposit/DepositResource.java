package brussels.passerelle.consent.deposit;

import brussels.passerelle.consent.arrival.Sealed;
import brussels.passerelle.consent.paper.Upload;
import brussels.passerelle.consent.store.Contents;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.CurrentCaller;
import brussels.passerelle.edge.access.Needs;
import brussels.passerelle.edge.access.Role;
import brussels.passerelle.edge.limit.Limit;
import brussels.passerelle.edge.limit.RateLimits;
import brussels.passerelle.edge.once.EachTime;
import brussels.passerelle.edge.paging.Page;
import brussels.passerelle.protocol.Damaged;
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
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The worker's side of deposits. */
@Path("/deposits")
@Singleton
@Needs(Role.WORKER)
@Produces(MediaType.APPLICATION_JSON)
public class DepositResource {
    @Inject
    CurrentCaller current;
    @Inject
    Wall wall;
    @Inject
    Deposit deposit;
    @Inject
    Sent sent;
    @Inject
    Contents contents;
    @Inject
    RateLimits limits;

    /** A P-256 public key (RFC 7517). */
    public record Jwk(String kty, String crv, String x, String y) {}

    /** What the client checks against the code that was typed. */
    public record Found(String address, Jwk key) {}

    /** One of the desk's; the answer is there when the holder wanted it told. */
    public record Item(String deposit, String at, @Nullable String answer) {}

    @GET
    public Page<Item> mine() {
        var by = Depositor.of(current.get());
        return wall.as(by.worker(), () -> Page.whole(sent.of(by, (int) Limit.WAITING.amount()).stream()
                .map(one -> new Item(one.deposit(), Fields.time(one.at()), one.answer())).toList()));
    }

    @GET
    @Path("/addresses/{name}")
    public Found find(@PathParam("name") String name) {
        var found = deposit.find(Depositor.of(current.get()), name);
        return new Found(found.address(), key(found.key()));
    }

    @PUT
    @Path("/{address}/arrivals/{paper: " + Base64Url.ID + "}/content")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @EachTime
    public Response receive(@PathParam("address") String address, @PathParam("paper") String paper,
            @HeaderParam("Content-Digest") @Nullable String digest,
            @HeaderParam("Content-Length") @Nullable Long length, InputStream body) throws IOException {
        var by = Depositor.of(current.get());
        limits.take(Limit.UPLOADS, by.worker().account());
        try (var staged = Upload.stage(contents, body, digest, length, Limit.DEPOSIT.amount())) {
            deposit.receive(by, address, paper, staged);
        }
        return Response.status(201).build();
    }

    @POST
    @Path("/{address}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response send(@PathParam("address") String address, byte[] body) {
        deposit.send(Depositor.of(current.get()), address, Sealed.ofAgency(body));
        return Response.status(201).build();
    }

    /** Written by us, canonical, when the address was registered. */
    private static Jwk key(String json) {
        try {
            var key = Fields.of(json.getBytes(StandardCharsets.UTF_8));
            return new Jwk(key.text("kty"), key.text("crv"), key.text("x"), key.text("y"));
        } catch (Damaged impossible) {
            throw new IllegalStateException("stored key", impossible);
        }
    }
}
