package brussels.passerelle.consent.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** For information: without the identity provider nobody can sign in anew, but who is in can go on, so it is never down. */
@Readiness
@Singleton
public class IdentityProviderCheck implements HealthCheck {
    private final IdentityProvider provider;

    @Inject
    IdentityProviderCheck(IdentityProvider provider) {
        this.provider = provider;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("sign-in").up().withData("reachable", provider.isReachable()).build();
    }
}
