package brussels.passerelle.edge.access;

import brussels.passerelle.edge.problem.Failure;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.dpop.JWKThumbprintConfirmation;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPIssuer;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Access tokens: issued by our realm, for this door's audience, alive, and bound to a key. */
@Singleton
public class Tokens {
    /** A verified token with what its proof of possession must match. */
    record Bound(Caller caller, DPoPAccessToken token, DPoPIssuer issuer, JWKThumbprintConfirmation key) {}

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    @Inject
    Tokens(@ConfigProperty(name = "passerelle.jwks") String jwks,
            @ConfigProperty(name = "passerelle.issuer") String issuer,
            @ConfigProperty(name = "passerelle.edge.audience") String audience) throws MalformedURLException {
        // Keys are cached, fetched again for an unknown key id, at most twice in half a minute, and outlive an outage.
        var keys = JWKSourceBuilder.create(URI.create(jwks).toURL()).retrying(true).outageTolerant(true).build();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt"), JOSEObjectType.JWT));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256), keys));
        var claims = new DefaultJWTClaimsVerifier<>(audience, new JWTClaimsSet.Builder().issuer(issuer).build(),
                Set.of("sub", "exp", "iat", "cnf", "preferred_username"));
        claims.setMaxClockSkew(10);
        processor.setJWTClaimsSetVerifier(claims);
    }

    Bound verify(String token) {
        try {
            var claims = processor.process(token, null);
            var key = JWKThumbprintConfirmation.parse(claims);
            if (key == null) {
                throw Failure.Plain.SESSION_ENDED.refused();
            }
            var client = Optional.ofNullable(claims.getStringClaim("azp")).orElse("unknown");
            return new Bound(caller(claims), new DPoPAccessToken(token), new DPoPIssuer(client), key);
        } catch (RemoteKeySourceException unreachable) {
            throw Failure.Plain.SIGN_IN_UNAVAILABLE.refused();
        } catch (ParseException | BadJOSEException | JOSEException bad) {
            throw Failure.Plain.SESSION_ENDED.refused();
        }
    }

    private static Caller caller(JWTClaimsSet claims) throws ParseException {
        var roles = Optional.ofNullable(claims.getStringListClaim("roles")).orElse(List.of()).stream()
                .flatMap(text -> Role.of(text).stream()).collect(Collectors.toSet());
        return new Caller(claims.getSubject(), claims.getStringClaim("preferred_username"), roles,
                claims.getStringClaim("organisation"), claims.getStringClaim("team"),
                claims.getIssueTime().toInstant());
    }
}
