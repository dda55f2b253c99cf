package brussels.passerelle.consent.manifest;

import brussels.passerelle.consent.keyset.KeepKeyset;
import brussels.passerelle.consent.keyset.StoredView;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.CurrentCaller;
import brussels.passerelle.edge.header.Condition;
import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.manifest.SealedManifest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The manifest of the caller's view; two sessions that write at once cannot lose each other's change. */
@Path("/manifest")
@Singleton
public class ManifestResource {
    @Inject
    CurrentCaller current;
    @Inject
    Wall wall;
    @Inject
    KeepKeyset keysets;
    @Inject
    Clock clock;

    @PersistenceContext
    EntityManager database;

    /** A text and the tag that names view and version. */
    private record Tagged(String body, String tag) {}

    @GET
    @Produces("application/jose")
    public Response get() {
        var caller = current.get();
        var manifest = wall.as(caller, () -> keysets.current(caller.account()).flatMap(
                view -> find(view).map(stored -> new Tagged(stored.body, tag(view, stored.version)))))
                .orElseThrow(Failure.Plain.NOT_FOUND::refused);
        return Response.ok(manifest.body).header("ETag", manifest.tag).build();
    }

    @PUT
    @Consumes("application/jose")
    public Response put(@HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @HeaderParam("Manifest-Version") @Nullable Integer announced, String jwe) {
        var tag = Tag.parse(ifMatch);
        var condition = Condition.parse(tag == null ? null : tag.version(), ifNoneMatch);
        checkShape(jwe);
        var kept = wall.as(current.get(), () -> keep(current.get().account(), tag, condition, announced, jwe));
        return Response.status(kept.body.isEmpty() ? 201 : 200).header("ETag", kept.tag).build();
    }

    private Optional<StoredManifest> find(StoredView view) {
        return Optional.ofNullable(database.find(StoredManifest.class,
                new StoredManifest.Key(view.key().account(), view.key().number())));
    }

    private static String tag(StoredView view, int version) {
        return "\"" + view.view() + "." + version + "\"";
    }

    private static void checkShape(String jwe) {
        try {
            SealedManifest.parse(jwe);
        } catch (Damaged shape) {
            throw Failure.Plain.BAD_SEALED_KEY.refused();
        }
    }

    /** What was there before, empty when nothing was, with the new tag. */
    private Tagged keep(String account, @Nullable Tag tag, Condition condition, @Nullable Integer announced,
            String jwe) {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:account, 4))")
                .setParameter("account", account).getSingleResult();
        // A manifest of another view than the one served must never take this one's place.
        var view = keysets.current(account).filter(one -> tag == null || one.view().equals(tag.view()))
                .orElseThrow(Failure.Plain.PRECONDITION_FAILED::refused);
        var present = find(view).orElse(null);
        var version = condition.next(present == null ? null : present.version);
        if (announced == null || announced != version) {
            throw Failure.Plain.BAD_INPUT.refused();
        }
        if (present == null) {
            database.persist(new StoredManifest(new StoredManifest.Key(account, view.key().number()), version, jwe,
                    clock.instant()));
            return new Tagged("", tag(view, version));
        }
        var before = present.body;
        present.version = version;
        present.body = jwe;
        present.changed = clock.instant();
        return new Tagged(before, tag(view, version));
    }
}
