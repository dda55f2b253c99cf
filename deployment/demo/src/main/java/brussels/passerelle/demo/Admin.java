package brussels.passerelle.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;

import brussels.passerelle.demo.realm.Realm;
import com.nimbusds.jose.util.JSONObjectUtils;

/** The identity provider's Admin API, on the internal port: makes the realm when it is not there. */
final class Admin {
    static final String CLIENT = "launcher";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String secret;

    Admin(Ports ports, String secret) {
        base = "http://127.0.0.1:" + ports.keycloak() + "/auth";
        this.secret = secret;
    }

    /** Makes the realm and everybody in it, or nothing. */
    void create(Realm realm) throws IOException {
        var token = token();
        var made = send(json("/admin/realms", token).POST(BodyPublishers.ofString(realm.json())).build());
        if (made.statusCode() != 201)
            throw new IOException("The realm was refused: " + made.statusCode() + " " + made.body());
    }

    String token() throws IOException {
        var form = "grant_type=client_credentials&client_id=" + CLIENT + "&client_secret=" + secret;
        var request = HttpRequest.newBuilder(URI.create(base + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form))
                .build();
        var response = send(request);
        try {
            if (response.statusCode() == 200)
                return JSONObjectUtils.getString(JSONObjectUtils.parse(response.body()), "access_token");
        } catch (ParseException unreadable) {
            throw new IOException("The identity provider's answer is not JSON", unreadable);
        }
        throw new IOException("The identity provider refuses its administrator: " + response.statusCode());
    }

    private HttpRequest.Builder json(String path, String token) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", interrupted);
        }
    }
}
