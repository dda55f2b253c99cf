package brussels.passerelle.consent.build;

import brussels.passerelle.edge.access.Open;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Which scripts the portal served, for everybody. */
@Path("/log/builds")
@Singleton
@Open
public class BuildResource {
    @Inject
    Builds builds;

    /** The canonical text of a public leaf, and its place. */
    public record Item(String event, long index) {}

    public record Items(List<Item> items) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Items all() {
        return new Items(builds.all().stream().map(one -> new Item(one.event(), one.index())).toList());
    }
}
