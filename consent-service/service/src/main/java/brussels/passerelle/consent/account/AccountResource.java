package brussels.passerelle.consent.account;

import brussels.passerelle.edge.access.Open;
import brussels.passerelle.edge.limit.Limit;
import brussels.passerelle.edge.limit.RateLimits;
import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Opening an account: never obligatory, never identified. */
@Path("/accounts")
@Singleton
@Open
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {
    @Inject
    IdentityProvider provider;
    @Inject
    ReservedNames reserved;
    @Inject
    RateLimits limits;

    @Context
    HttpServletRequest request;

    /** The name to sign in with. */
    public record Made(String username) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(byte[] body) {
        var account = NewAccount.parse(body);
        limits.take(Limit.REGISTRATIONS, request.getRemoteAddr());
        if (reserved.has(account.username())) {
            // Asked all the same, so that it takes as long as for a name that is somebody's.
            provider.isReachable();
            throw Failure.Plain.ACCOUNT_EXISTS.refused();
        }
        provider.create(account);
        return Response.status(201).entity(new Made(account.username())).build();
    }
}
