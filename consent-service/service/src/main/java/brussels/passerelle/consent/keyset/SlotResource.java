package brussels.passerelle.consent.keyset;

import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.CurrentCaller;
import brussels.passerelle.edge.once.EachTime;
import brussels.passerelle.edge.paging.Page;
import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.jose.Fields;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What can open the caller's wallet, and when it last did. */
@Path("/slots")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class SlotResource {
    @Inject
    CurrentCaller current;
    @Inject
    Wall wall;
    @Inject
    Slots slots;
    @Inject
    Clock clock;

    /** A slot; what it is called, only the holder's own list says. */
    public record Item(String slot, String kind, String created, @Nullable String usedAt) {}

    @GET
    public Page<Item> list() {
        var caller = current.get();
        return wall.as(caller, () -> Page.whole(slots.of(caller.account()).stream().map(SlotResource::item).toList()));
    }

    @POST
    @Path("/{slot}/uses")
    @EachTime
    public void use(@PathParam("slot") String slot) {
        var caller = current.get();
        if (!wall.as(caller, () -> slots.use(caller.account(), slot, clock.instant()))) {
            throw Failure.Plain.NOT_FOUND.refused();
        }
    }

    private static Item item(StoredSlot slot) {
        return new Item(slot.key.slot(), slot.kind, Fields.time(slot.created),
                slot.used == null ? null : Fields.time(slot.used));
    }
}
