package brussels.passerelle.consent.limits;

import brussels.passerelle.edge.access.Open;
import brussels.passerelle.edge.limit.LimitRow;
import brussels.passerelle.edge.paging.Page;
import brussels.passerelle.edge.problem.Messages;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The one table of limits, in the language of the reader. */
@Path("/limits")
@Singleton
@Open
@Produces(MediaType.APPLICATION_JSON)
public class LimitsResource {
    @GET
    public Page<LimitRow> table(@HeaderParam("Accept-Language") @Nullable String language) {
        return Page.whole(LimitRow.table(Messages.language(language)));
    }
}
