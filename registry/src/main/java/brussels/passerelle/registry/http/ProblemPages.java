package brussels.passerelle.registry.http;

import java.util.List;
import java.util.Map;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

import brussels.passerelle.edge.problem.Problem;
import brussels.passerelle.look.Language;
import brussels.passerelle.registry.describe.Negotiation;
import brussels.passerelle.registry.page.Pages;
import brussels.passerelle.registry.page.Words;

/** A refusal is read by a person in a browser as a page, by a program as RFC 9457. */
@Provider
@Singleton
@Priority(Priorities.USER)
public class ProblemPages implements ContainerResponseFilter {
    private static final List<String> TYPES = List.of(Problem.MEDIA_TYPE, MediaType.APPLICATION_JSON,
            MediaType.TEXT_HTML);

    // Not by constructor: the server looks for one without parameters before it asks CDI.
    @Inject
    Pages pages;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Problem problem))
            return;
        String accept = request.getHeaderString(HttpHeaders.ACCEPT);
        if (!Negotiation.choose(accept, TYPES).filter(MediaType.TEXT_HTML::equals).isPresent())
            return;
        var words = new Words(Language.negotiate(request.getUriInfo().getQueryParameters().getFirst("lang"),
                request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
        String name = problem.type().substring(problem.type().lastIndexOf(':') + 1);
        String page = pages.render(words, "registry-problem", problem.title(), "/", "problem.jte",
                Map.of("name", name, "title", problem.title(), "detail", problem.detail()));
        response.setEntity(page, new java.lang.annotation.Annotation[0], MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
    }
}
