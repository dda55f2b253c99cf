package brussels.passerelle.edge.access;

import brussels.passerelle.edge.problem.Failure;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.dpop.verifiers.AccessTokenValidationException;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPProtectedResourceRequestVerifier;
import com.nimbusds.oauth2.sdk.dpop.verifiers.InvalidDPoPProofException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** Proofs of possession: for this method and address, by the token's key, fresh, and never seen before. */
@Singleton
public class Proofs {
    static final Duration MAX_AGE = Duration.ofSeconds(60);
    static final Duration SKEW = Duration.ofSeconds(10);
    private final DPoPProtectedResourceRequestVerifier verifier;
    private final Clock clock;

    @Inject
    Proofs(SeenProofs seen, Clock clock) {
        this.clock = clock;
        this.verifier = new DPoPProtectedResourceRequestVerifier(Set.of(JWSAlgorithm.ES256), SKEW.toSeconds(),
                MAX_AGE.toSeconds(), seen);
    }

    void check(String method, URI address, String proof, Tokens.Bound bound) {
        try {
            var jwt = SignedJWT.parse(proof);
            refuseWrongClock(jwt);
            verifier.verify(method, address, bound.issuer(), jwt, bound.token(), bound.key(), Set.of(),
                    context -> {});
        } catch (InvalidDPoPProofException | ParseException | AccessTokenValidationException | JOSEException bad) {
            throw Failure.Plain.BAD_PROOF.refused();
        }
    }

    /** Told apart from every other bad proof, so that a client can correct its clock by our Date and try again. */
    private void refuseWrongClock(SignedJWT jwt) throws ParseException {
        var made = jwt.getJWTClaimsSet().getIssueTime();
        if (made == null) {
            throw Failure.Plain.BAD_PROOF.refused();
        }
        var now = clock.instant();
        if (made.toInstant().isBefore(now.minus(MAX_AGE)) || made.toInstant().isAfter(now.plus(SKEW))) {
            throw Failure.Plain.CLOCK_SKEW.refused();
        }
    }
}
