package brussels.passerelle.edge.access;

import brussels.passerelle.edge.problem.Messages;
import brussels.passerelle.edge.problem.Problem;
import brussels.passerelle.edge.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The {@code DPoP} scheme of RFC 9449 as a Jakarta Security mechanism. A request without {@code Authorization} passes
 * as nobody and meets the default deny of {@link AccessFilter}; a wrong one is answered here and goes no further.
 */
@ApplicationScoped
public class DpopMechanism implements HttpAuthenticationMechanism {
    static final String CALLER = Caller.class.getName();
    private static final Jsonb JSON = JsonbBuilder.create();

    @Inject
    Admission admission;

    @Override
    public AuthenticationStatus validateRequest(HttpServletRequest request, HttpServletResponse response,
            HttpMessageContext context) {
        if (request.getHeader("Authorization") == null) {
            return context.doNothing();
        }
        try {
            var caller = admission.admit(request.getMethod(), request.getRequestURI(), all(request, "Authorization"),
                    all(request, "DPoP"));
            request.setAttribute(CALLER, caller);
            return context.notifyContainerAboutLogin(caller.username(),
                    caller.roles().stream().map(Role::text).collect(Collectors.toSet()));
        } catch (Refused refused) {
            refuse(request, response, refused);
            return AuthenticationStatus.SEND_FAILURE;
        }
    }

    private static List<String> all(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header));
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, Refused refused) {
        var language = Messages.language(request.getHeader("Accept-Language"));
        var problem = Messages.problem(refused.failure(), language, null);
        response.setStatus(problem.status());
        if (problem.status() == 401) {
            response.setHeader("WWW-Authenticate", "DPoP error=\"invalid_token\", algs=\"ES256\"");
        }
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Language", language.toLanguageTag());
        response.setContentType(Problem.MEDIA_TYPE);
        // Closed, not flushed: a finished answer is one that the container does not try to replace by its own.
        try (var out = response.getOutputStream()) {
            out.write(JSON.toJson(problem).getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
