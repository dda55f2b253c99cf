package brussels.passerelle.edge.once;

import brussels.passerelle.edge.access.Caller;
import brussels.passerelle.edge.access.CurrentCaller;
import brussels.passerelle.edge.limit.Limit;
import brussels.passerelle.edge.problem.Failure;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Replays the answer of a write that was sent again with its {@code Idempotency-Key}, and bounds what is read. */
@Provider
@Singleton
@Priority(Priorities.USER)
public class OnceFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final Set<String> WRITES = Set.of("POST", "PUT", "DELETE", "PATCH");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final String SCOPE = "passerelle.once";
    private static final Jsonb JSON = JsonbBuilder.create();
    @Inject
    Answers answers;

    @Inject
    CurrentCaller current;

    @Context
    ResourceInfo door;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (!WRITES.contains(request.getMethod())) {
            return;
        }
        var content = content(request);
        var key = request.getHeaderString("Idempotency-Key");
        if (key == null || door.getResourceMethod().isAnnotationPresent(EachTime.class)) {
            return;
        }
        if (!KEY.matcher(key).matches()) {
            throw Failure.Plain.BAD_INPUT.refused();
        }
        var scope = EdgeTables.hash(current.find().map(Caller::account).orElse(""), key);
        var fingerprint = Fingerprint.of(request.getMethod(), request.getUriInfo().getRequestUri().getRawPath(),
                request.getHeaderString("If-Match"), request.getHeaderString("If-None-Match"), content);
        answers.claim(scope, fingerprint).ifPresentOrElse(kept -> request.abortWith(again(kept)),
                () -> request.setProperty(SCOPE, scope));
    }

    /** A stream is never held in memory: its declared digest stands for it, and the store checks that digest. */
    private static byte[] content(ContainerRequestContext request) throws IOException {
        var type = request.getMediaType();
        if (type != null && type.isCompatible(MediaType.APPLICATION_OCTET_STREAM_TYPE)) {
            return Objects.requireNonNullElse(request.getHeaderString("Content-Digest"), "")
                    .getBytes(StandardCharsets.UTF_8);
        }
        var most = (int) Limit.BODY.amount();
        var bytes = request.getEntityStream().readNBytes(most + 1);
        if (bytes.length > most) {
            throw Failure.Plain.TOO_LARGE.refused();
        }
        request.setEntityStream(new ByteArrayInputStream(bytes));
        return bytes;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(SCOPE) instanceof String scope)) {
            return;
        }
        var status = response.getStatus();
        if (status >= 500 || status == 429) {
            answers.forget(scope);
            return;
        }
        var type = response.getMediaType();
        answers.keep(scope,
                new Answers.Answer(status, response.getHeaderString("ETag"), response.getHeaderString("Location"),
                        type == null ? null : type.toString(),
                        switch (response.getEntity()) {
                            case null -> null;
                            case String text -> text;
                            case Object record -> JSON.toJson(record);
                        }));
    }

    private static Response again(Answers.Answer kept) {
        var response = Response.status(kept.status()).header("Idempotent-Replayed", "true");
        if (kept.etag() != null) {
            response.header("ETag", kept.etag());
        }
        if (kept.location() != null) {
            response.header("Location", kept.location());
        }
        return kept.body() == null ? response.build() : response.type(kept.type()).entity(kept.body()).build();
    }
}
