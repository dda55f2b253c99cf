package brussels.passerelle.consent.account;

import brussels.passerelle.consent.paper.Papers;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.CurrentCaller;
import brussels.passerelle.edge.access.Role;
import brussels.passerelle.edge.limit.Limit;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who the caller is to this service. */
@Path("/me")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
    @Inject
    CurrentCaller current;
    @Inject
    Wall wall;
    @Inject
    Papers papers;

    /** Bytes stored and the most there can be. */
    public record Storage(long used, long limit) {}

    /** The caller, as the token says, with their room. */
    public record Me(String account, String username, List<String> roles, @Nullable String organisation,
            @Nullable String team, Storage storage) {}

    @GET
    public Me me() {
        var caller = current.get();
        var used = wall.as(caller, () -> papers.used(caller.account()));
        return new Me(caller.account(), caller.username(), caller.roles().stream().map(Role::text).sorted().toList(),
                caller.organisation(), caller.team(), new Storage(used, Limit.STORAGE.amount()));
    }
}
