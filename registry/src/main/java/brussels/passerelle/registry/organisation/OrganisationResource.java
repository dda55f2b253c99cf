package brussels.passerelle.registry.organisation;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jspecify.annotations.Nullable;

import brussels.passerelle.edge.access.Open;
import brussels.passerelle.edge.paging.Cursor;
import brussels.passerelle.edge.paging.Page;
import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.look.Language;
import brussels.passerelle.registry.entry.Entries;
import brussels.passerelle.registry.page.Words;
import brussels.passerelle.registry.published.Entry;
import brussels.passerelle.vocab.Scheme;

/** Organisations and their services, as JSON for the wallet and for partners. */
@Path("/organisations")
@Produces(MediaType.APPLICATION_JSON)
@Open
@Singleton
public class OrganisationResource {
    // By field: the server demands a constructor without parameters of every resource.
    @Inject
    Societies societies;
    @Inject
    Entries entries;

    /** {@code sector} and {@code commune} are names in the reader's language, {@code codes} their notations. */
    public record Item(String id, String name, Map<String, String> names, String sector, String commune,
            Map<String, String> codes, boolean lendable) {}

    /** A service of an organisation. */
    public record ServiceItem(String id, String name, Map<String, String> names, String type, List<String> needs,
            List<String> evidence) {}

    @GET
    public Page<Item> organisations(@QueryParam("q") @DefaultValue("") String q,
            @QueryParam("lendable") @DefaultValue("false") boolean lendable, @QueryParam("lang") @Nullable String lang,
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accept) {
        Words words = new Words(Language.negotiate(lang, accept));
        int size = Page.size(limit);
        String text = q.substring(0, Math.min(100, q.length()));
        return Page.of(societies.find(text, lendable, after(cursor), size + 1), size, found -> Cursor.of(found.id()),
                found -> item(found, words));
    }

    @GET
    @Path("{id}/services")
    public Page<ServiceItem> services(@PathParam("id") String id, @QueryParam("lang") @Nullable String lang,
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accept) {
        if (entries.organisation(id).isEmpty())
            throw Failure.Plain.NOT_FOUND.refused();
        Words words = new Words(Language.negotiate(lang, accept));
        int size = Page.size(limit);
        return Page.of(entries.servicesOf(id, after(cursor), size + 1), size, service -> Cursor.of(service.id()),
                service -> new ServiceItem(service.id(), words.shown(service.name()).value(), service.name().all(),
                        service.type(), service.needs(), service.evidence()));
    }

    private Item item(Societies.Found found, Words words) {
        Entry.Organisation it = entries.organisation(found.id()).orElseThrow();
        return new Item(it.id(), words.shown(it.name()).value(), it.name().all(),
                words.label(Scheme.SECTOR, it.sector()).value(), words.label(Scheme.COMMUNE, it.commune()).value(),
                Map.of("sector", it.sector(), "commune", it.commune()), found.lendable());
    }

    private static String after(@Nullable String cursor) {
        return cursor == null ? "" : Objects.requireNonNull(Cursor.parse(cursor, 1)).key().getFirst();
    }
}
