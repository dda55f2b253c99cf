package brussels.passerelle.consent.start;

import brussels.passerelle.consent.store.Contents;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Papers can be kept. */
@Readiness
@Singleton
public class StoreCheck implements HealthCheck {
    private final Contents contents;

    @Inject
    StoreCheck(Contents contents) {
        this.contents = contents;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("store").status(contents.writable()).build();
    }
}
