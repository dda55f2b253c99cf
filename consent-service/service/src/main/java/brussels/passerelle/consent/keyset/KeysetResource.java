package brussels.passerelle.consent.keyset;

import brussels.passerelle.edge.access.CurrentCaller;
import brussels.passerelle.edge.header.Condition;
import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The caller's key set. */
@Path("/keyset")
@Singleton
public class KeysetResource {
    @Inject
    CurrentCaller current;
    @Inject
    KeepKeyset keysets;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response get() {
        var keyset = keysets.find(current.get()).orElseThrow(Failure.Plain.NOT_FOUND::refused);
        return Response.ok(keyset.json()).header("ETag", "\"" + keyset.version() + "\"").build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(@HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch, byte[] body) {
        var version = keysets.keep(current.get(), body, Condition.parse(ifMatch, ifNoneMatch));
        return Response.status(version == 1 ? 201 : 200).header("ETag", "\"" + version + "\"").build();
    }
}
