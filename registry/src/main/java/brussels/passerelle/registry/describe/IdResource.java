package brussels.passerelle.registry.describe;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import brussels.passerelle.edge.access.Open;
import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.look.Language;
import brussels.passerelle.registry.entry.Entries;
import brussels.passerelle.registry.page.Words;
import brussels.passerelle.registry.published.Kind;

/**
 * One address per entry, in the form the reader asks for; each form also has an address of its own, with an ending. A place
 * that is confidential answers like one that never existed.
 */
@Path("/id/{kind}/{id}")
@Open
@Singleton
public class IdResource {
    // By field: the server demands a constructor without parameters of every resource.
    @Inject
    Projection projection;
    @Inject
    Entries entries;
    @Inject
    EntryPages pages;

    @GET
    public Response get(@PathParam("kind") String kind, @PathParam("id") String name,
            @QueryParam("lang") @Nullable String lang,
            @QueryParam("cursor") @Nullable String cursor, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage, @Context Request request) {
        Kind of = Kind.of(kind).orElseThrow(Failure.Plain.NOT_FOUND::refused);
        int dot = name.lastIndexOf('.');
        String id = dot < 0 ? name : name.substring(0, dot);
        Format format = dot < 0
                ? Negotiation.choose(accept).orElseThrow(Failure.Plain.NOT_ACCEPTABLE::refused)
                : Format.ofSuffix(name.substring(dot + 1)).orElseThrow(Failure.Plain.NOT_FOUND::refused);
        Words words = new Words(Language.negotiate(lang, acceptLanguage));
        String body = format == Format.PAGE
                ? pages.page(words, entries.find(of, id).orElseThrow(Failure.Plain.NOT_FOUND::refused), cursor)
                : format.write(projection.describe(of, id).orElseThrow(Failure.Plain.NOT_FOUND::refused));
        var tag = new EntityTag(tag(body));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged != null
                ? unchanged
                : Response.ok(body, format.mediaType() + ";charset=UTF-8");
        if (format == Format.PAGE)
            answer.language(words.language().code());
        else
            answer.header(HttpHeaders.CACHE_CONTROL, "public, no-cache");
        return answer.tag(tag).header(HttpHeaders.VARY, dot < 0 ? "Accept, Accept-Language" : "Accept-Language")
                .header("Content-Location", "/id/" + kind + "/" + id + "." + format.suffix())
                .link(projection.address().of(of, id), "canonical").build();
    }

    private static String tag(String body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
