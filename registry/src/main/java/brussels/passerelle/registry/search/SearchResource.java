package brussels.passerelle.registry.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import brussels.passerelle.edge.access.Open;
import brussels.passerelle.edge.paging.Page;
import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.look.Language;
import brussels.passerelle.registry.describe.Negotiation;
import brussels.passerelle.registry.describe.Projection;
import brussels.passerelle.registry.page.Pages;
import brussels.passerelle.registry.page.Words;

/** The search: an address anybody can open, keep or print; nothing of a question is written down here. */
@Path("/")
@Open
@Singleton
public class SearchResource {
    // By field: the server demands a constructor without parameters of every resource.
    private static final List<String> TYPES = List.of(MediaType.TEXT_HTML, MediaType.APPLICATION_JSON);
    private static final String HTML = "text/html;charset=UTF-8";
    private static final int LINES = 20;

    @Inject
    FindOffers offers;
    @Inject
    Pages pages;
    @Inject
    Projection projection;

    /** The question as asked. */
    public static class Asked {
        @QueryParam("q")
        @Nullable
        String q;
        @QueryParam("need")
        @Nullable
        String need;
        @QueryParam("commune")
        @Nullable
        String commune;
        @QueryParam("target")
        @Nullable
        String target;
        @QueryParam("lang")
        @Nullable
        String lang;
        @QueryParam("cursor")
        @Nullable
        String cursor;
        @QueryParam("limit")
        @Nullable
        Integer limit;
        @HeaderParam(HttpHeaders.ACCEPT)
        @Nullable
        String accept;
        @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
        @Nullable
        String acceptLanguage;

        Words words() {
            return new Words(Language.negotiate(lang, acceptLanguage));
        }
    }

    @GET
    public Response start(@BeanParam Asked asked) {
        Criteria nothing = Criteria.read(null, null, null, null).orElseThrow();
        return page(asked.words(), "/", nothing, null);
    }

    @GET
    @Path("search")
    public Response search(@BeanParam Asked asked) {
        String type = Negotiation.choose(asked.accept, TYPES).orElseThrow(Failure.Plain.NOT_ACCEPTABLE::refused);
        Criteria criteria = Criteria.read(asked.q, asked.need, asked.commune, asked.target)
                .orElseThrow(Failure.Plain.BAD_INPUT::refused);
        int size = asked.limit == null ? LINES : Page.size(asked.limit);
        Answer answer = offers.find(criteria, After.read(asked.cursor, criteria), size);
        if (type.equals(MediaType.TEXT_HTML))
            return page(asked.words(), Question.address(criteria, asked.cursor), criteria, answer);
        Words words = asked.words();
        return Response.ok(SearchJson.of(answer, words, projection.address()), MediaType.APPLICATION_JSON_TYPE)
                .language(words.language().code()).header(HttpHeaders.VARY, "Accept, Accept-Language").build();
    }

    private Response page(Words words, String address, Criteria criteria, @Nullable Answer answer) {
        Map<String, Object> model = new HashMap<>(Map.of("criteria", criteria));
        if (answer != null)
            model.put("answer", answer);
        String page = pages.render(words, "registry-search", words.text("search.title"), address, "search.jte", model);
        return Response.ok(page, HTML).language(words.language().code())
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .build();
    }
}
