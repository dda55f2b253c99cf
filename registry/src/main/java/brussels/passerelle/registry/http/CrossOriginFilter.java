package brussels.passerelle.registry.http;

import java.io.IOException;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Applies {@link CrossOrigin}; a preflight ends here. */
@WebFilter("/*")
public class CrossOriginFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient CrossOrigin rules;

    @Inject
    public CrossOriginFilter(
            @ConfigProperty(name = "passerelle.origin", defaultValue = "http://localhost:8080") String portal) {
        this.rules = new CrossOrigin(portal);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String origin = request.getHeader("Origin");
        if (request.getMethod().equals("OPTIONS") && origin != null) {
            rules.preflight(request.getRequestURI(), request.getHeader("Access-Control-Request-Method"), origin)
                    .forEach(response::setHeader);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        rules.headers(request.getMethod(), origin).forEach(response::setHeader);
        chain.doFilter(request, response);
    }
}
