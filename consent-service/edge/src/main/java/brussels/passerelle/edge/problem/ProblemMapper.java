package brussels.passerelle.edge.problem;

import jakarta.inject.Singleton;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one place where an exception becomes an answer. What it does not know becomes a 500 that says nothing. */
@Provider
@Singleton
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final System.Logger LOG = System.getLogger(ProblemMapper.class.getName());

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(Throwable thrown) {
        var refused = chain(thrown).filter(Refused.class::isInstance).map(Refused.class::cast).findFirst();
        if (refused.isPresent()) {
            return answer(refused.get().failure(), null, null);
        }
        if (thrown instanceof WebApplicationException web) {
            return fromContainer(web);
        }
        if (chain(thrown).anyMatch(cause -> cause instanceof JsonbException || cause instanceof JsonException)) {
            return answer(Failure.Plain.BAD_INPUT, null, null);
        }
        return accident(thrown);
    }

    private Response fromContainer(WebApplicationException web) {
        var status = web.getResponse().getStatus();
        if (status < 400) {
            return web.getResponse();
        }
        if (status >= 500) {
            return accident(web);
        }
        var failure = switch (status) {
            case 404 -> Failure.Plain.NOT_FOUND;
            case 405 -> Failure.Plain.METHOD_NOT_ALLOWED;
            case 406 -> Failure.Plain.NOT_ACCEPTABLE;
            case 413 -> Failure.Plain.TOO_LARGE;
            case 415 -> Failure.Plain.UNSUPPORTED_TYPE;
            default -> Failure.Plain.BAD_INPUT;
        };
        return answer(failure, null, web.getResponse().getHeaderString(HttpHeaders.ALLOW));
    }

    /** The stack trace goes to the log without the exception's message, which may quote what was sent. */
    private Response accident(Throwable thrown) {
        var logId = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "request failed, log id {0}: {1}", logId, Trace.of(thrown));
        return answer(Failure.Plain.INTERNAL, logId, null);
    }

    private Response answer(Failure failure, @Nullable String logId, @Nullable String allow) {
        var language = Messages.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        var response = Response.status(failure.status()).type(Problem.MEDIA_TYPE)
                .entity(Messages.problem(failure, language, logId)).language(language);
        if (failure instanceof Failure.TooMany(var wait)) {
            response.header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds()));
        }
        if (failure.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "DPoP algs=\"ES256\"");
        }
        if (allow != null) {
            response.header(HttpHeaders.ALLOW, allow);
        }
        return response.build();
    }

    private static Stream<Throwable> chain(Throwable thrown) {
        return Stream.iterate(thrown, java.util.Objects::nonNull, Throwable::getCause).limit(20);
    }
}
