package brussels.passerelle.consent.meeting;

import brussels.passerelle.edge.access.Open;
import brussels.passerelle.edge.limit.Limit;
import brussels.passerelle.edge.limit.RateLimits;
import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Where two devices find each other. Nobody signs in for it: whoever was told the id or the code may come. */
@Path("/meetings")
@Singleton
@Open
@Produces(MediaType.APPLICATION_JSON)
public class MeetingResource {
    @Inject
    Meetings meetings;
    @Inject
    RateLimits limits;

    @Context
    HttpServletRequest request;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(byte[] body) {
        var offer = Text.parse(body, "offer");
        limits.take(Limit.MEETINGS, request.getRemoteAddr());
        return Response.status(201).entity(meetings.open(offer)).build();
    }

    /** Asking by code is counted, whether there is one or not. */
    @GET
    @Path("/{name}")
    public Meetings.Offer offer(@PathParam("name") String text) {
        var name = Name.parse(text);
        if (!(name instanceof Name.Id)) {
            limits.take(Limit.MEETING_CODES, request.getRemoteAddr());
        }
        return meetings.find(name).orElseThrow(Failure.Plain.NOT_FOUND::refused);
    }

    @DELETE
    @Path("/{name}")
    public void drop(@PathParam("name") String text) {
        meetings.drop(id(text));
    }

    @PUT
    @Path("/{name}/{part}")
    @Consumes(MediaType.APPLICATION_JSON)
    public void say(@PathParam("name") String text, @PathParam("part") String part, byte[] body) {
        var said = part(part);
        meetings.say(id(text), said, Text.parse(body, said.text()));
    }

    /** 204 as long as it was not said. */
    @GET
    @Path("/{name}/{part}")
    public Response said(@PathParam("name") String text, @PathParam("part") String part) {
        var meeting = id(text);
        var wanted = part(part);
        var said = meetings.said(meeting, wanted);
        if (said.isEmpty() && meetings.find(meeting).isEmpty()) {
            throw Failure.Plain.NOT_FOUND.refused();
        }
        return said.map(one -> Response.ok(java.util.Map.of(wanted.text(), one)).build())
                .orElseGet(() -> Response.noContent().build());
    }

    private static Name.Id id(String text) {
        return Name.parse(text) instanceof Name.Id id ? id : missing();
    }

    private static Part part(String text) {
        return Part.parse(text).orElseThrow(Failure.Plain.NOT_FOUND::refused);
    }

    private static Name.Id missing() {
        throw Failure.Plain.NOT_FOUND.refused();
    }
}
