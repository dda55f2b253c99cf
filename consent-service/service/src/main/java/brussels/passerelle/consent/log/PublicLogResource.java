package brussels.passerelle.consent.log;

import brussels.passerelle.edge.access.Open;
import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.log.Bundle;
import brussels.passerelle.protocol.log.Tile;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The log for everybody: C2SP tlog-checkpoint and tlog-tiles, and proofs ready made for browsers. */
@Path("/log")
@Singleton
@Open
public class PublicLogResource {
    @Inject
    PublicLog log;
    @Inject
    NodeKey key;

    /** Hashes in base64, nearest to the leaf first. */
    public record Inclusion(long index, long size, List<String> hashes) {}

    /** Hashes in base64 as RFC 9162 orders them. */
    public record Consistency(long from, long to, List<String> hashes) {}

    @GET
    @Path("/checkpoint")
    @Produces("text/plain; charset=utf-8")
    public String checkpoint() {
        return log.checkpoint().orElseThrow(Failure.Plain.NOT_FOUND::refused);
    }

    @GET
    @Path("/key")
    @Produces("text/plain; charset=utf-8")
    public String key() {
        return key.signer().key().text() + "\n";
    }

    @GET
    @Path("/tile/entries/{path: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response entries(@PathParam("path") String path) {
        var bundle = Bundle.parse(path).filter(one -> one.isIn(log.size()))
                .orElseThrow(Failure.Plain.NOT_FOUND::refused);
        return forever(log.bundle(bundle));
    }

    @GET
    @Path("/tile/{path: [0-5]/.+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response tile(@PathParam("path") String path) {
        var tile = Tile.parse(path).filter(one -> one.isIn(log.size())).orElseThrow(Failure.Plain.NOT_FOUND::refused);
        return forever(log.tile(tile));
    }

    @GET
    @Path("/proofs/inclusion")
    @Produces(MediaType.APPLICATION_JSON)
    public Inclusion inclusion(@QueryParam("index") @Nullable Long index, @QueryParam("size") @Nullable Long size) {
        if (index == null || size == null || index < 0 || index >= size || size > log.size()) {
            throw Failure.Plain.NOT_FOUND.refused();
        }
        return new Inclusion(index, size, text(log.inclusion(index, size)));
    }

    @GET
    @Path("/proofs/consistency")
    @Produces(MediaType.APPLICATION_JSON)
    public Consistency consistency(@QueryParam("from") @Nullable Long from, @QueryParam("to") @Nullable Long to) {
        if (from == null || to == null || from < 1 || from > to || to > log.size()) {
            throw Failure.Plain.NOT_FOUND.refused();
        }
        return new Consistency(from, to, text(log.consistency(from, to)));
    }

    private static Response forever(byte[] bytes) {
        return Response.ok(bytes).header("Cache-Control", "public, max-age=31536000, immutable").build();
    }

    private static List<String> text(List<byte[]> hashes) {
        return hashes.stream().map(Base64.getEncoder()::encodeToString).toList();
    }
}
