package brussels.passerelle.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;

/** Writes doors as the consent service does, with its client and through the internal port, and signs as a person's device does. */
final class Doors {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private final String base = KeycloakFixture.realm().replace("/auth/realms/", "/auth/admin/realms/");

    static ECKey random() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What the user's attribute says of these keys from now on. */
    void write(String username, ECKey... keys) throws IOException, InterruptedException, ParseException, JOSEException {
        var address = base + "/users?exact=true&username=" + SignIn.encode(username);
        @SuppressWarnings("unchecked")
        var user = (Map<String, Object>) JSONArrayUtils.parse(send("GET", address, "").body()).getFirst();
        var doors = new java.util.ArrayList<String>();
        for (var key : keys)
            doors.add(key.computeThumbprint() + "|passkey|" + key.getX() + "|" + key.getY());
        user.put("attributes", Map.of("door", doors));
        var answer = send("PUT", base + "/users/" + user.get("id"), JSONObjectUtils.toJSONString(user));
        if (answer.statusCode() != 204)
            throw new IOException(answer.statusCode() + " " + answer.body());
    }

    static String sign(ECKey key, String username, Object challenge) throws JOSEException {
        return sign(key, key.computeThumbprint().toString(), KeycloakFixture.PORTS.realm(), username, challenge);
    }

    static String sign(ECKey key, String kid, String realm, String username, Object challenge) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("passerelle-door+jws"))
                .keyID(kid).build();
        var jws = new JWSObject(header, new Payload(Map.of("suite", 1, "realm", realm, "username", username,
                "challenge", challenge, "at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())));
        jws.sign(new ECDSASigner(key));
        return jws.serialize();
    }

    private HttpResponse<String> send(String method, String address, String body)
            throws IOException, InterruptedException, ParseException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
    }

    private static String token() throws IOException, InterruptedException, ParseException {
        var request = HttpRequest.newBuilder(URI.create(KeycloakFixture.realm() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers
                        .ofString("grant_type=client_credentials&client_id=accounts&client_secret=accounts"))
                .build();
        return (String) JSONObjectUtils.parse(HTTP.send(request, BodyHandlers.ofString()).body()).get("access_token");
    }

    static List<String> names(HttpResponse<String> answer) {
        return SignIn.members(answer).keySet().stream().sorted().toList();
    }
}
