package brussels.passerelle.registry.start;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

import brussels.passerelle.registry.describe.Projection;
import brussels.passerelle.registry.entry.Outbox;

/** Ready when the projection was filled and the database answers. */
@org.eclipse.microprofile.health.Readiness
@Singleton
public class Readiness implements HealthCheck {
    private final Projection projection;
    private final Outbox outbox;

    @Inject
    Readiness(Projection projection, Outbox outbox) {
        this.projection = projection;
        this.outbox = outbox;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("registry").status(projection.ready() && outbox.last() >= 0).build();
    }
}
