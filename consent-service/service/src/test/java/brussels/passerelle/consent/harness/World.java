package brussels.passerelle.consent.harness;

import brussels.passerelle.protocol.agency.PublishedKeys;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** The world outside the service: it publishes a key set and signs tokens with it, manages users, and publishes agencies' keys. */
public final class World implements AutoCloseable {
    public static final String ISSUER = "http://localhost:11030/auth/realms/test";
    private final RSAKey key;
    private final HttpServer server;
    private final Provider provider = new Provider();
    private final Map<String, byte[]> agencies = new ConcurrentHashMap<>();

    private World(RSAKey key, HttpServer server) {
        this.key = key;
        this.server = server;
    }

    static World open(int port) throws IOException {
        try {
            var key = new RSAKeyGenerator(2048).keyID("test").generate();
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var world = new World(key, server);
            server.createContext("/certs", exchange -> answer(exchange, 200,
                    new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8)));
            server.createContext("/organisations", world::organisation);
            server.createContext("/auth", world.provider::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return world;
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public Provider provider() {
        return provider;
    }

    /** From now on the registry has these keys. */
    public void publish(PublishedKeys keys) {
        agencies.put(keys.agency(), keys.json());
    }

    /** Signs a token as the identity provider writes it. */
    public String token(JWTClaimsSet claims) {
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").type(JOSEObjectType.JWT).build(), claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void organisation(HttpExchange exchange) throws IOException {
        var agency = exchange.getRequestURI().getPath().split("/", -1)[2];
        var keys = agencies.get(agency);
        answer(exchange, keys == null ? 404 : 200, keys == null ? new byte[0] : keys);
    }

    static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
