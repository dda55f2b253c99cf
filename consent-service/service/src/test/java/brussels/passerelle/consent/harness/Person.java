package brussels.passerelle.consent.harness;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.id.JWTID;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody signed in: an account, a key, and a token bound to it. */
public final class Person {
    private final String account;
    private final String username;
    private final ECKey key;
    private final JWTClaimsSet claims;

    private Person(String account, String username, ECKey key, JWTClaimsSet claims) {
        this.account = account;
        this.username = username;
        this.key = key;
        this.claims = claims;
    }

    public static Person holder() {
        return of(List.of("holder"), null, null);
    }

    public static Person worker(String agency, String team) {
        return of(List.of("worker"), agency, team);
    }

    public static Person administrator(String agency) {
        return of(List.of("agency-admin"), agency, null);
    }

    public static Person of(List<String> roles, String organisation, String team) {
        try {
            var key = new ECKeyGenerator(Curve.P_256).generate();
            var account = UUID.randomUUID().toString();
            var username = "person-" + account.substring(0, 8);
            var claims = new JWTClaimsSet.Builder().issuer(World.ISSUER).subject(account)
                    .audience(List.of("consent-api", "registry-api")).claim("preferred_username", username)
                    .claim("azp", "portal").claim("roles", roles).claim("organisation", organisation)
                    .claim("team", team).claim("cnf", Map.of("jkt", key.computeThumbprint().toString()))
                    .issueTime(new Date()).expirationTime(Date.from(Instant.now().plusSeconds(900))).build();
            return new Person(account, username, key, claims);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String account() {
        return account;
    }

    public String username() {
        return username;
    }

    /** The same person with another claim in the token. */
    public Person with(String claim, Object value) {
        return new Person(account, username, key, new JWTClaimsSet.Builder(claims).claim(claim, value).build());
    }

    public String token() {
        return Surroundings.world().token(claims);
    }

    public String proof(String method, String address, String token) {
        return proof(method, address, token, Instant.now(), new JWTID());
    }

    /** A proof as a client makes it, with everything that can be wrong about it chosen. */
    public String proof(String method, String address, String token, Instant at, JWTID id) {
        try {
            return new DefaultDPoPProofFactory(key, JWSAlgorithm.ES256)
                    .createDPoPJWT(id, method, URI.create(address), Date.from(at), new DPoPAccessToken(token), null)
                    .serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public Call call(String method, String path) {
        return new Call(this, method, path);
    }

    public Call get(String path) {
        return call("GET", path);
    }

    public Call put(String path) {
        return call("PUT", path);
    }

    public Call post(String path) {
        return call("POST", path);
    }

    public Call delete(String path) {
        return call("DELETE", path);
    }
}
