package brussels.passerelle.consent.recovery;

import brussels.passerelle.edge.access.CurrentCaller;
import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.jose.Fields;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The caller's recovery kit. The server's share goes in here and never comes out here. */
@Path("/kit")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class KitResource {
    @Inject
    CurrentCaller current;
    @Inject
    KeepKit kits;

    /** The kit as its holder may see it. */
    public record Kit(String kit, String slot, int days, List<String> agencies, String made) {}

    @GET
    public Kit get() {
        var kit = kits.find(current.get()).orElseThrow(Failure.Plain.NOT_FOUND::refused);
        return new Kit(kit.kit, kit.slot, kit.days, kit.agencies(), Fields.time(kit.made));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public void put(byte[] body) {
        kits.keep(current.get(), NewKit.parse(body));
    }

    @DELETE
    public void delete() {
        kits.revoke(current.get());
    }
}
