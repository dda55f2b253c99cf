package brussels.passerelle.edge.header;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/** Nothing is cached, framed, sniffed or run unless a door says otherwise. */
@Provider
@Singleton
public class SecurityHeaders implements ContainerResponseFilter {
    private static final Map<String, String> STANDARD = Map.of("Cache-Control", "no-store", //
            "X-Content-Type-Options", "nosniff", //
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'", //
            "Referrer-Policy", "no-referrer", //
            "X-Frame-Options", "DENY", //
            "Cross-Origin-Resource-Policy", "same-origin");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        STANDARD.forEach((name, value) -> response.getHeaders().computeIfAbsent(name,
                missing -> new java.util.ArrayList<>(java.util.List.of(value))));
    }
}
