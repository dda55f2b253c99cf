package brussels.passerelle.consent.mask;

import brussels.passerelle.consent.keyset.Slots;
import brussels.passerelle.consent.keyset.StoredView;
import brussels.passerelle.consent.wall.Sessions;
import brussels.passerelle.consent.wall.Views;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.CurrentCaller;
import brussels.passerelle.edge.paging.Page;
import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.keyset.SlotText;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Masks that are over: what was done under them waits here until the wallet they were set in takes it up. */
@Path("/views")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class ViewResource {
    @Inject
    CurrentCaller current;
    @Inject
    Wall wall;
    @Inject
    Views views;
    @Inject
    Sessions sessions;
    @Inject
    Slots slots;
    @Inject
    Masks masks;

    /** An ended view with its last manifest (compact JWE). */
    public record Item(String view, String share, List<SlotText> sealed, String keys, String manifest, int version,
            String until, String endedAt) {}

    @GET
    public Page<Item> list() {
        var account = current.get().account();
        return wall.as(current.get(), () -> {
            var number = views.current();
            var known = slots.ids(account);
            return wall.whole(
                    () -> Page.whole(masks.over(account, number).stream().map(view -> item(view, known)).toList()));
        });
    }

    @DELETE
    @Path("/{view}")
    public void merged(@PathParam("view") String id) {
        var account = current.get().account();
        wall.as(current.get(), () -> {
            views.lock(account);
            wall.again(current.get());
            var number = views.current();
            var over = wall.whole(() -> masks.over(account, number)).stream().filter(view -> view.view().equals(id))
                    .findFirst().orElseThrow(Failure.Plain.NOT_FOUND::refused);
            // Without its row nobody would know any more that its hour closed sessions.
            sessions.close(account, Objects.requireNonNull(over.endedAt()));
            wall.whole(() -> {
                masks.remove(over);
                return true;
            });
            views.forget(account, id);
            return true;
        });
    }

    private Item item(StoredView view, Set<String> known) {
        var content = view.content(known);
        var manifest = masks.manifest(view).orElseThrow();
        return new Item(content.view(), content.share(), content.sealed(), content.keys(), manifest.body(),
                manifest.version(), Fields.time(Objects.requireNonNull(view.until())),
                Fields.time(Objects.requireNonNull(view.endedAt())));
    }
}
