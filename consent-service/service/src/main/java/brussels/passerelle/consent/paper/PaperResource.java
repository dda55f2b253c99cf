package brussels.passerelle.consent.paper;

import brussels.passerelle.consent.store.ContentAnswer;
import brussels.passerelle.consent.store.Contents;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.CurrentCaller;
import brussels.passerelle.edge.paging.Cursor;
import brussels.passerelle.edge.paging.Page;
import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Fields;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The holder's papers, as ciphertext. */
@Path("/papers")
@Singleton
public class PaperResource {
    private static final String ID = "{paper: " + Base64Url.ID + "}";
    private static final String ONE = ID + "/versions/{version: [1-9][0-9]{0,8}}";
    @Inject
    CurrentCaller current;
    @Inject
    Wall wall;
    @Inject
    Papers papers;
    @Inject
    StorePaper store;
    @Inject
    DeletePaper delete;
    @Inject
    Contents contents;

    /** A version as the list shows it; the hash is SHA-256 of the ciphertext, base64url. */
    public record Item(String paper, int version, long size, String hash, String storedAt) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Page<Item> list(@QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        var after = Cursor.parse(cursor, 3);
        var size = Page.size(limit);
        return wall.as(current.get(), () -> Page.of(papers.list(current.get().account(), after, size + 1), size,
                Papers::cursor, PaperResource::item));
    }

    @PUT
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Response put(@PathParam("paper") String paper, @PathParam("version") int version,
            @HeaderParam("Content-Digest") @Nullable String digest,
            @HeaderParam("Content-Length") @Nullable Long length, InputStream body) throws IOException {
        if (length != null && length > StorePaper.most()) {
            throw Failure.Plain.TOO_LARGE.refused();
        }
        if (length != null && length == 0) {
            throw Failure.Plain.EMPTY_FILE.refused();
        }
        var isNew = store.store(current.get(), paper, version, ContentDigest.parse(digest), body);
        return Response.status(isNew ? 201 : 200).build();
    }

    @GET
    @Path(ONE)
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response get(@PathParam("paper") String paper, @PathParam("version") int version,
            @HeaderParam("Range") @Nullable String range, @HeaderParam("If-Range") @Nullable String ifRange) {
        var found = wall.as(current.get(), () -> papers.find(current.get().account(), paper, version))
                .orElseThrow(Failure.Plain.NOT_FOUND::refused);
        return ContentAnswer.of(contents, found.hash(), found.size(), range, ifRange);
    }

    @DELETE
    @Path(ID)
    public void delete(@PathParam("paper") String paper) {
        delete.delete(current.get(), paper);
    }

    private static Item item(StoredPaper paper) {
        return new Item(paper.key.paper(), paper.key.version(), paper.size, paper.hash, Fields.time(paper.storedAt));
    }
}
