package brussels.passerelle.consent.manifest;

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
import org.jspecify.annotations.Nullable;

/** The caller's manifest; two sessions that write at once cannot lose each other's change. */
@Path("/manifest")
@Singleton
public class ManifestResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;
    @Inject
    @SuppressWarnings("NullAway.Init")
    Wall wall;
    @Inject
    @SuppressWarnings("NullAway.Init")
    Clock clock;

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager database;

    @GET
    @Produces("application/jose")
    public Response get() {
        var caller = current.get();
        var manifest = wall.as(caller, () -> java.util.Optional
                .ofNullable(database.find(StoredManifest.class, caller.account())))
                .orElseThrow(Failure.Plain.NOT_FOUND::refused);
        return Response.ok(manifest.body).header("ETag", "\"" + manifest.version + "\"").build();
    }

    @PUT
    @Consumes("application/jose")
    public Response put(@HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @HeaderParam("Manifest-Version") @Nullable Integer announced, String jwe) {
        var condition = Condition.parse(ifMatch, ifNoneMatch);
        checkShape(jwe);
        var version = wall.as(current.get(), () -> keep(current.get().account(), condition, announced, jwe));
        return Response.status(version == 1 ? 201 : 200).header("ETag", "\"" + version + "\"").build();
    }

    private static void checkShape(String jwe) {
        try {
            SealedManifest.parse(jwe);
        } catch (Damaged shape) {
            throw Failure.Plain.BAD_SEALED_KEY.refused();
        }
    }

    private int keep(String account, Condition condition, @Nullable Integer announced, String jwe) {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:account, 4))")
                .setParameter("account", account).getSingleResult();
        var present = database.find(StoredManifest.class, account);
        var version = condition.next(present == null ? null : present.version);
        if (announced == null || announced != version) {
            throw Failure.Plain.BAD_INPUT.refused();
        }
        var row = present == null ? new StoredManifest() : present;
        row.account = account;
        row.version = version;
        row.body = jwe;
        row.changed = clock.instant();
        if (present == null) {
            database.persist(row);
        }
        return version;
    }
}
