package brussels.passerelle.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.nimbusds.jose.util.JSONObjectUtils;

/** A browser in front of the identity provider's internal port, with its cookies; it follows nothing by itself. */
final class SignIn {
    private final HttpClient http = HttpClient.newHttpClient();
    /** Java keeps Secure cookies from plain HTTP even on localhost; browsers, rightly, do not. */
    private final Map<String, String> cookies = new TreeMap<>();
    private final Ports ports;
    private final String secret;

    /** @param secret what stands for the right passphrase */
    SignIn(Ports ports, String secret) {
        this.ports = ports;
        this.secret = secret;
    }

    HttpResponse<String> begin(String accept) throws IOException, InterruptedException {
        return get(begin(), accept);
    }

    String begin() {
        return realm() + "/protocol/openid-connect/auth?"
                + form(Map.of("client_id", "portal", "response_type", "code", "scope", "openid",
                        "redirect_uri", ports.origin() + "/signed-in", "prompt", "login", "code_challenge_method",
                        "S256", "code_challenge",
                        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", "state", "s"));
    }

    HttpResponse<String> present(String username, String password) throws IOException, InterruptedException {
        return post(action(begin("application/json")), Map.of("username", username, "password", password));
    }

    HttpResponse<String> presentRightly(String username) throws IOException, InterruptedException {
        return present(username, secret);
    }

    /** What is signed in this attempt. */
    static Object challenge(HttpResponse<String> asked) {
        return Objects.requireNonNull(members(asked).get("challenge"), asked.body());
    }

    HttpResponse<String> presentDoor(HttpResponse<String> asked, String username, String jws)
            throws IOException, InterruptedException {
        return post(action(asked), Map.of("username", username, "door", jws));
    }

    HttpResponse<String> post(String action, Map<String, String> fields) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(here(action)).header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields))));
    }

    HttpResponse<String> get(String address, String accept) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(here(address)).header("Accept", accept).header("Accept-Language", "nl"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header("Cookie",
                    cookies.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining("; ")));
        }
        var response = http.send(request.build(), BodyHandlers.ofString());
        for (var cookie : response.headers().allValues("Set-Cookie")) {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            if (cookie.contains("Max-Age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return response;
    }

    String realm() {
        return "http://127.0.0.1:" + ports.keycloak() + "/auth/realms/" + ports.realm();
    }

    static String action(HttpResponse<String> response) {
        return Objects.requireNonNull((String) members(response).get("action"), response.body());
    }

    static Map<String, Object> members(HttpResponse<String> response) {
        try {
            return JSONObjectUtils.parse(response.body());
        } catch (ParseException notJson) {
            throw new AssertionError(response.statusCode() + " is not JSON: " + response.body(), notJson);
        }
    }

    /** What the proxy does: the public address leads to the internal port. */
    private URI here(String address) {
        return URI.create(address.replace(ports.origin(), "http://127.0.0.1:" + ports.keycloak()));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
