package brussels.passerelle.registry.http;

import java.io.IOException;
import java.util.List;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

import brussels.passerelle.look.PagePolicy;

/** Pages get the policy of pages, which is wider than that of data: our own styles and scripts. */
@Provider
@Singleton
@Priority(Priorities.USER - 1000)
public class PageHeaders implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        MediaType type = response.getMediaType();
        if (type == null || !type.isCompatible(MediaType.TEXT_HTML_TYPE))
            return;
        PagePolicy.headers(List.of(), false).forEach(response.getHeaders()::putSingle);
    }
}
