package brussels.passerelle.consent.recovery;

import brussels.passerelle.edge.access.CurrentCaller;
import brussels.passerelle.edge.access.Open;
import brussels.passerelle.edge.limit.Limit;
import brussels.passerelle.edge.limit.RateLimits;
import brussels.passerelle.edge.once.EachTime;
import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.derive.SignInSecrets;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.kit.FreshKeys;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The way back to a wallet by its cards: open to everybody who has the slip, and shown to the holder, who can stop it. */
@Path("/recoveries")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class RecoveryResource {
    @Inject
    CurrentCaller current;
    @Inject
    Recover recover;
    @Inject
    Veto veto;
    @Inject
    RateLimits limits;

    @Context
    HttpServletRequest request;

    /** The name of a recovery. */
    public record Started(String recovery) {}

    /** A list that is never long. */
    public record Items(List<Told> items) {}

    /** A share, sealed to the slip's key. */
    public record SealedShare(int card, String jwe) {}

    /** What opens the kit's slot, together with the slip. */
    public record Share(String account, String kit, String share, List<SealedShare> sealed) {}

    @POST
    @Open
    @Consumes(MediaType.APPLICATION_JSON)
    public Response start(byte[] body) {
        limits.take(Limit.RECOVERIES, request.getRemoteAddr());
        try {
            var in = Fields.of(body);
            var username = SignInSecrets.normalUsername(in.text("username"));
            var keys = new FreshKeys(in.publicKey("signing"), in.publicKey("encryption"));
            in.end();
            if (username.length() <= 64) {
                return Response.status(201).entity(new Started(recover.start(username, keys))).build();
            }
        } catch (Damaged bad) {
            // refused below
        }
        throw Failure.Plain.BAD_INPUT.refused();
    }

    @POST
    @Open
    @EachTime
    @Path("/{recovery}/state")
    @Consumes(MediaType.APPLICATION_JSON)
    public Told state(@PathParam("recovery") String name, byte[] body) {
        return recover.state(name, jws(body));
    }

    @POST
    @Open
    @EachTime
    @Path("/{recovery}/cards")
    @Consumes(MediaType.APPLICATION_JSON)
    public void show(@PathParam("recovery") String name, byte[] body) {
        limits.take(Limit.RECOVERIES, request.getRemoteAddr());
        recover.show(name, jws(body));
    }

    @POST
    @Open
    @EachTime
    @Path("/{recovery}/opening")
    @Consumes(MediaType.APPLICATION_JSON)
    public Share open(@PathParam("recovery") String name, byte[] body) {
        var opened = recover.open(name, jws(body));
        return new Share(opened.kit().account, opened.kit().kit, opened.kit().share, opened.found().cards().stream()
                .map(card -> new SealedShare(card.card, card.sealed)).toList());
    }

    @GET
    public Items known() {
        return new Items(veto.known(current.get()));
    }

    @POST
    @Path("/{recovery}/veto")
    public void stop(@PathParam("recovery") String name) {
        veto.stop(current.get(), name);
    }

    @POST
    @Path("/{recovery}/noted")
    public void note(@PathParam("recovery") String name) {
        veto.note(current.get(), name);
    }

    private static String jws(byte[] body) {
        try {
            var in = Fields.of(body);
            var jws = in.text("jws");
            in.end();
            return jws;
        } catch (Damaged bad) {
            throw Failure.Plain.BAD_INPUT.refused();
        }
    }
}
