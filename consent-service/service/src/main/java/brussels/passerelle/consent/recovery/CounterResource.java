package brussels.passerelle.consent.recovery;

import brussels.passerelle.edge.access.Caller;
import brussels.passerelle.edge.access.CurrentCaller;
import brussels.passerelle.edge.access.Needs;
import brussels.passerelle.edge.access.Role;
import brussels.passerelle.edge.limit.Limit;
import brussels.passerelle.edge.limit.RateLimits;
import brussels.passerelle.edge.once.EachTime;
import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.P256;
import com.nimbusds.jose.jwk.ECKey;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Where a worker shows the card that their organisation keeps; for every other organisation there is nothing here. */
@Path("/counter/recoveries/{recovery}")
@Singleton
@Needs(Role.WORKER)
@Produces(MediaType.APPLICATION_JSON)
public class CounterResource {
    @Inject
    CurrentCaller current;
    @Inject
    Counter counter;
    @Inject
    RateLimits limits;

    /** A public key, P-256. */
    public record Jwk(String kty, String crv, String x, String y) {}

    /** The keys that the name of the recovery follows from. */
    public record Keys(Jwk signing, Jwk encryption, String startedAt) {}

    /** Reads a card out of a body. */
    private interface Reading {
        ShownCard of(Fields in) throws Damaged;
    }

    @POST
    @EachTime
    @Path("/look")
    @Consumes(MediaType.APPLICATION_JSON)
    public Keys look(@PathParam("recovery") String name, byte[] body) {
        var recovery = counter.look(worker(), name, read(body, ShownCard::bare));
        return new Keys(jwk(recovery.signing()), jwk(recovery.encryption()), Fields.time(recovery.started));
    }

    @POST
    @Path("/cards")
    @Consumes(MediaType.APPLICATION_JSON)
    public void show(@PathParam("recovery") String name, byte[] body) {
        counter.show(worker(), name, read(body, ShownCard::sealed));
    }

    private Caller worker() {
        var caller = current.get();
        limits.take(Limit.COUNTER, caller.account());
        if (caller.organisation() == null) {
            throw Failure.Plain.NOT_FOUND.refused();
        }
        return caller;
    }

    private static ShownCard read(byte[] body, Reading reading) {
        try {
            return reading.of(Fields.of(body));
        } catch (Damaged bad) {
            throw Failure.Plain.BAD_INPUT.refused();
        }
    }

    private static Jwk jwk(ECKey key) {
        var jwk = P256.publicJwk(key);
        return new Jwk("EC", "P-256", String.valueOf(jwk.get("x")), String.valueOf(jwk.get("y")));
    }
}
