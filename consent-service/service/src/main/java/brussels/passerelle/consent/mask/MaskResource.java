package brussels.passerelle.consent.mask;

import brussels.passerelle.edge.access.CurrentCaller;
import brussels.passerelle.edge.once.EachTime;
import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/** Putting a mask on, and taking it off with the recovery code. */
@Path("/masks")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
public class MaskResource {
    @Inject
    CurrentCaller current;
    @Inject
    SetMask masks;
    @Inject
    EndMasks ends;

    @POST
    public void set(byte[] body) {
        masks.set(current.get(), NewMask.parse(body));
    }

    /** The same answer whether or not there was anything this signature may lift. */
    @POST
    @Path("/end")
    @EachTime
    public void end(byte[] body) {
        try {
            var in = Fields.of(body);
            var jws = in.text("jws");
            in.end();
            ends.lift(current.get(), jws);
        } catch (Damaged bad) {
            throw Failure.Plain.BAD_INPUT.refused();
        }
    }
}
