package brussels.passerelle.registry.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

import brussels.passerelle.look.Language;

/** A language chosen by hand goes before the browser's, for refusals too. */
@Provider
@PreMatching
@Singleton
public class ChosenLanguage implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        Language.of(request.getUriInfo().getQueryParameters().getFirst("lang"))
                .ifPresent(chosen -> request.getHeaders().putSingle(HttpHeaders.ACCEPT_LANGUAGE, chosen.code()));
    }
}
