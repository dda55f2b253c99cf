package brussels.passerelle.web;

import brussels.passerelle.look.PagePolicy;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Puts the policy on every answer of the portal: pages, assets and errors. */
@WebFilter(urlPatterns = "/*", dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class PolicyFilter extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1L;

    private transient Map<String, String> headers = Map.of();
    private transient @Nullable Packed packed;

    @Override
    public void init() {
        headers = PagePolicy.headers(
                List.of(ConfigProvider.getConfig().getValue("passerelle.registry.origin", String.class)), true);
        packed = new Packed(getServletContext());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        headers.forEach(response::setHeader);
        response.setHeader("Cache-Control",
                PagePolicy.caching(request.getServletPath(), request.getParameter("v") != null));
        if (packed == null || !packed.answered(request, response)) {
            chain.doFilter(request, response);
        }
    }
}
