package brussels.passerelle.edge.access;

import brussels.passerelle.edge.problem.Failure;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Optional;

/** Default deny: a door without {@link Open} needs the caller the mechanism left on the request. */
@Provider
@Singleton
@Priority(Priorities.AUTHENTICATION)
public class AccessFilter implements ContainerRequestFilter {
    @Inject
    CurrentCaller current;

    @Inject
    Instance<SessionGate> gate;

    @Context
    ResourceInfo door;

    @Context
    HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        if (request.getAttribute(DpopMechanism.CALLER) instanceof Caller caller) {
            current.set(caller);
        }
        if (rule(Open.class).isPresent()) {
            return;
        }
        var caller = current.get();
        gate.forEach(open -> open.pass(caller));
        rule(Needs.class).filter(needs -> Arrays.stream(needs.value()).noneMatch(caller::has)).ifPresent(missing -> {
            throw Failure.Plain.NOT_FOUND.refused();
        });
    }

    /** What the method says goes before what its class says. */
    private <A extends Annotation> Optional<A> rule(Class<A> kind) {
        return Optional.ofNullable(door.getResourceMethod().getAnnotation(kind))
                .or(() -> Optional.ofNullable(door.getResourceClass().getAnnotation(kind)));
    }
}
