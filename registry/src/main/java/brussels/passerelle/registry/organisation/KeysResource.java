package brussels.passerelle.registry.organisation;

import java.nio.charset.StandardCharsets;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import brussels.passerelle.edge.access.Caller;
import brussels.passerelle.edge.access.CurrentCaller;
import brussels.passerelle.edge.access.Needs;
import brussels.passerelle.edge.access.Open;
import brussels.passerelle.edge.access.Role;
import brussels.passerelle.edge.limit.Limit;
import brussels.passerelle.edge.limit.RateLimits;
import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.agency.PublishedKeys;
import brussels.passerelle.registry.entry.Entries;

/** An organisation's public keys: read by anybody, written by its own administrators, and only when the root signed them. */
@Path("/organisations/{id}/keys")
@Singleton
public class KeysResource {
    // By field: the server demands a constructor without parameters of every resource.
    @Inject
    Societies societies;
    @Inject
    Entries entries;
    @Inject
    CurrentCaller current;
    @Inject
    RateLimits limits;

    @GET
    @Open
    @Produces(MediaType.APPLICATION_JSON)
    public Response keys(@PathParam("id") String id) {
        return document(societies.keys(id).orElseThrow(Failure.Plain.NOT_FOUND::refused));
    }

    /** To the administrators of other organisations this door does not exist, whether or not the organisation does. */
    @PUT
    @Needs(Role.AGENCY_ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response publish(@PathParam("id") String id, byte[] body) {
        Caller caller = current.get();
        if (!id.equals(caller.organisation()) || entries.organisation(id).isEmpty())
            throw Failure.Plain.NOT_FOUND.refused();
        limits.take(Limit.PUBLICATIONS, caller.account());
        PublishedKeys keys = verified(id, body);
        String document = new String(keys.json(), StandardCharsets.UTF_8);
        societies.publish(id, keys.rootThumbprint(), document);
        return document(document);
    }

    private static PublishedKeys verified(String id, byte[] body) {
        try {
            PublishedKeys keys = PublishedKeys.parse(body);
            keys.verify();
            if (keys.agency().equals(id) && !keys.functions().isEmpty())
                return keys;
        } catch (Damaged unproven) {
            // answered below, like keys of another organisation
        }
        throw Failure.Plain.BAD_STATEMENT.refused();
    }

    private static Response document(String json) {
        return Response.ok(json, MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8")).build();
    }
}
