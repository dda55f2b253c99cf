package brussels.passerelle.consent.desk;

import brussels.passerelle.consent.agency.HandedKeys;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.CurrentCaller;
import brussels.passerelle.edge.access.Needs;
import brussels.passerelle.edge.access.Role;
import brussels.passerelle.edge.paging.Page;
import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The function keys handed to the caller: a worker opens loans with them, an administrator hands them on. */
@Path("/desk/keys")
@Singleton
@Needs({Role.WORKER, Role.AGENCY_ADMIN})
@Produces(MediaType.APPLICATION_JSON)
public class KeysResource {
    @Inject
    CurrentCaller current;
    @Inject
    HandedKeys handed;
    @Inject
    Wall wall;

    /** A function's private key, sealed to the caller. */
    public record Handed(String agency, String function, String use, String jwe) {}

    @GET
    public Page<Handed> keys() {
        var caller = current.get();
        var agency = caller.organisation();
        if (agency == null)
            throw Failure.Plain.NOT_FOUND.refused();
        return wall.as(caller, () -> Page.whole(handed.of(agency, caller.account()).stream()
                .map(key -> new Handed(key.key().agency(), key.key().functionId(), key.use(), key.jwe())).toList()));
    }
}
