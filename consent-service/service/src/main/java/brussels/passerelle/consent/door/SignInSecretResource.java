package brussels.passerelle.consent.door;

import brussels.passerelle.edge.access.CurrentCaller;
import brussels.passerelle.edge.header.Condition;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What stands for the caller's passphrase when signing in. */
@Path("/sign-in-secret")
@Singleton
public class SignInSecretResource {
    @Inject
    CurrentCaller current;
    @Inject
    ReplaceSecret replace;

    /** Every session of the account, the caller's too, ends with the answer. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response replace(@HeaderParam("If-Match") @Nullable String ifMatch, byte[] body) {
        replace.replace(current.get(), NewSecret.parse(body), Condition.parse(ifMatch, null));
        return Response.noContent().build();
    }
}
