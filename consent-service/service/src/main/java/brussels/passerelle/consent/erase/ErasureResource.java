package brussels.passerelle.consent.erase;

import brussels.passerelle.edge.access.CurrentCaller;
import brussels.passerelle.edge.access.Open;
import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Where a wallet ends. */
@Path("/")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class ErasureResource {
    @Inject
    CurrentCaller current;
    @Inject
    Erase erase;
    @Inject
    Erasures erasures;

    /** SHA-256 of the signed wish. */
    public record Receipt(String receipt) {}

    /** Accounts of an organisation's staff are the organisation's: nothing here is for them. */
    @POST
    @Path("/erasure")
    @Consumes(MediaType.APPLICATION_JSON)
    public Receipt erase(byte[] body) {
        var caller = current.get();
        if (caller.organisation() != null) {
            throw Failure.Plain.NOT_FOUND.refused();
        }
        return new Receipt(erase.erase(caller, Wish.parse(body)));
    }

    @GET
    @Open
    @Path("/erasures/{receipt}")
    public Erasures.Erasure find(@PathParam("receipt") String receipt) {
        return erasures.find(receipt).orElseThrow(Failure.Plain.NOT_FOUND::refused);
    }
}
