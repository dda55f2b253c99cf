package brussels.passerelle.consent.deposit;

import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.CurrentCaller;
import brussels.passerelle.edge.paging.Page;
import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.regex.Pattern;

/** The agencies the caller keeps out of their inbox. */
@Path("/blocks")
@Singleton
public class BlockResource {
    private static final Pattern AGENCY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
    @Inject
    CurrentCaller current;
    @Inject
    Wall wall;
    @Inject
    Blocks blocks;

    /** One that is kept out. */
    public record Item(String agency) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Page<Item> mine() {
        return wall.as(current.get(), () -> Page.whole(blocks.of(current.get().account()).stream()
                .map(one -> new Item(one.agency())).distinct().toList()));
    }

    @PUT
    @Path("/{agency}")
    public void block(@PathParam("agency") String agency) {
        wall.as(current.get(), () -> {
            blocks.block(current.get().account(), checked(agency));
            return true;
        });
    }

    @DELETE
    @Path("/{agency}")
    public void unblock(@PathParam("agency") String agency) {
        wall.as(current.get(), () -> {
            blocks.unblock(current.get().account(), checked(agency));
            return true;
        });
    }

    private static String checked(String agency) {
        if (!AGENCY.matcher(agency).matches()) {
            throw Failure.Plain.BAD_INPUT.refused();
        }
        return agency;
    }
}
