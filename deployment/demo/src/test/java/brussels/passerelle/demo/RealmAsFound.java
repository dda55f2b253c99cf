package brussels.passerelle.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;

/** What the identity provider made of our realm, as its administrator sees it. */
final class RealmAsFound {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Admin admin;
    private final String base;

    RealmAsFound(Ports ports, String secret) {
        admin = new Admin(ports, secret);
        base = "http://127.0.0.1:" + ports.keycloak() + "/auth/admin/realms/" + ports.realm();
    }

    Map<String, Object> realm() throws IOException, InterruptedException, ParseException {
        return JSONObjectUtils.parse(get(""));
    }

    Set<Object> enabledClients() throws IOException, InterruptedException, ParseException {
        return enabled("/clients").stream().map(client -> client.get("clientId")).collect(Collectors.toSet());
    }

    List<Object> enabledRequiredActions() throws IOException, InterruptedException, ParseException {
        return enabled("/authentication/required-actions").stream().map(action -> action.get("alias")).toList();
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> enabled(String path) throws IOException, InterruptedException, ParseException {
        return JSONArrayUtils.parse(get(path)).stream().map(item -> (Map<String, Object>) item)
                .filter(item -> Boolean.TRUE.equals(item.get("enabled"))).toList();
    }

    private String get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + admin.token())
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }
}
