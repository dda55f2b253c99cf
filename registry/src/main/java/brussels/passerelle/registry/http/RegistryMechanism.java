package brussels.passerelle.registry.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Specializes;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import brussels.passerelle.edge.access.DpopMechanism;

/**
 * The DPoP mechanism, for a server that the portal calls from another origin: a refusal made before any filter runs must
 * carry the cross-origin headers too, or the browser hides the reason from the page.
 */
@Specializes
@ApplicationScoped
public class RegistryMechanism extends DpopMechanism {
    @Inject
    @ConfigProperty(name = "passerelle.origin", defaultValue = "http://localhost:8080")
    @SuppressWarnings("NullAway.Init")
    String portal;

    @Override
    public AuthenticationStatus validateRequest(HttpServletRequest request, HttpServletResponse response,
            HttpMessageContext context) {
        if (request.getHeader("Authorization") != null)
            new CrossOrigin(portal)
                    .headers(request.getMethod(), request.getHeader("Origin")).forEach(response::setHeader);
        return super.validateRequest(request, response, context);
    }
}
