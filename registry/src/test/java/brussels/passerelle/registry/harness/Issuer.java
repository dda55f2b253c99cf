package brussels.passerelle.registry.harness;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.id.JWTID;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.sun.net.httpserver.HttpServer;

/** Signs access tokens as the realm would, and serves the key they verify with. */
final class Issuer {
    static final String NAME = "https://issuer.example/realms/test";
    private final HttpServer server;
    private final RSAKey key;

    private Issuer(HttpServer server, RSAKey key) {
        this.server = server;
        this.key = key;
    }

    static Issuer open(int port) throws IOException {
        try {
            RSAKey key = new RSAKeyGenerator(2048).keyID("test").generate();
            HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
            byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            server.createContext("/certs", exchange -> {
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.start();
            return new Issuer(server, key);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void close() {
        server.stop(0);
    }

    /** The two headers of a request by somebody with these roles, for this method and address. */
    Map<String, String> headers(List<String> roles, String organisation, String audience, String method,
            String address) {
        try {
            ECKey holder = new ECKeyGenerator(Curve.P_256).generate();
            var claims = new JWTClaimsSet.Builder().issuer(NAME).subject(UUID.randomUUID().toString())
                    .audience(audience)
                    .claim("preferred_username", "somebody").claim("azp", "portal").claim("roles", roles)
                    .claim("organisation", organisation)
                    .claim("cnf", Map.of("jkt", holder.computeThumbprint().toString()))
                    .issueTime(new Date()).expirationTime(Date.from(Instant.now().plusSeconds(300))).build();
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").type(JOSEObjectType.JWT).build(), claims);
            token.sign(new RSASSASigner(key));
            String proof = new DefaultDPoPProofFactory(holder, JWSAlgorithm.ES256).createDPoPJWT(new JWTID(), method,
                    URI.create(address), new Date(), new DPoPAccessToken(token.serialize()), null).serialize();
            return Map.of("Authorization", "DPoP " + token.serialize(), "DPoP", proof);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
