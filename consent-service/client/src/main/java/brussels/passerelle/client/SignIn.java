package brussels.passerelle.client;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/// The authorization code flow with PKCE against the JSON authenticator (RFC 6749, 7636, 9449). One use: it keeps the
/// provider's cookies for the few requests of one sign-in, then ends the provider's session.
final class SignIn {
    private static final String CLIENT = "portal";
    private final NodeAddress node;
    private final Http http;
    private final ServerClock clock;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final String verifier = Base64Url.encode(Secret.randomBytes(32));
    private final String state = Secret.randomId();
    private final String nonce = Secret.randomId();

    SignIn(NodeAddress node, Http http, ServerClock clock) {
        this.node = node;
        this.http = http;
        this.clock = clock;
    }

    Tokens run(String username, String authSecret, Possession key) throws IOException {
        var landed = present(ask(), username, authSecret);
        var query = Form.query(landed);
        String code = query.get("code");
        if (code == null || !state.equals(query.get("state")))
            throw new Damaged();
        return exchange(code, key);
    }

    private URI redirect() {
        return URI.create(node.origin() + "/signed-in");
    }

    /// Where the secret is to be posted.
    private URI ask() throws IOException {
        var start = node.realm("/protocol/openid-connect/auth?" + Form.of("client_id", CLIENT, "response_type", "code",
                "scope", "openid", "redirect_uri", redirect().toString(), "prompt", "login", "state", state, "nonce",
                nonce,
                "code_challenge", Possession.sha256(verifier), "code_challenge_method", "S256"));
        var response = send(HttpRequest.newBuilder(start));
        if (response.statusCode() != 401 && response.statusCode() != 200)
            throw Refusal.of(response, response.body());
        return ownAction(response);
    }

    /// Posts the secret; a stale form leads to a page with a new action, which is tried once.
    private URI present(URI action, String username, String authSecret) throws IOException {
        URI target = action;
        for (int attempt = 0; attempt < 2; attempt++) {
            var response = send(HttpRequest.newBuilder(target)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(Form.of("username", username, "password", authSecret))));
            if (response.statusCode() == 302 || response.statusCode() == 303) {
                var location = location(response);
                if (location.toString().startsWith(redirect() + "?"))
                    return location;
                response = send(HttpRequest.newBuilder(location));
            }
            if (response.statusCode() != 200)
                throw refusal(response);
            target = ownAction(response);
        }
        throw new Refusal(503, "unavailable", null, 0);
    }

    /// The portal's landing page or a page of our own realm; a redirect leads nowhere else.
    private URI location(HttpResponse<byte[]> response) throws Damaged {
        String location = response.headers().firstValue("Location").orElse("");
        boolean ours = location.startsWith(redirect() + "?") || location.startsWith(node.realm("/").toString());
        if (!ours)
            throw new Damaged();
        return URI.create(location);
    }

    private Tokens exchange(String code, Possession key) throws IOException {
        var endpoint = node.realm("/protocol/openid-connect/token");
        var response = send(HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("DPoP", key.proof("POST", endpoint, null, clock.now()))
                .POST(BodyPublishers
                        .ofString(Form.of("grant_type", "authorization_code", "client_id", CLIENT, "code", code,
                                "redirect_uri", redirect().toString(), "code_verifier", verifier))));
        if (response.statusCode() != 200)
            throw Refusal.of(response, response.body());
        var tokens = Fields.of(response.body());
        String idToken = tokens.text("id_token");
        endSession(idToken);
        var claims = Fields.of(Base64Url.decode(idToken.split("\\.", -1)[1]));
        claims.expect("nonce", nonce);
        if (!"DPoP".equalsIgnoreCase(tokens.text("token_type")))
            throw new Damaged();
        return new Tokens(tokens.text("access_token"), claims.name("sub"),
                clock.now().plusSeconds(tokens.number("expires_in")));
    }

    /// Nothing may sign in again by itself. By POST, so that the token is in no address.
    private void endSession(String idToken) throws IOException {
        var response = send(HttpRequest.newBuilder(node.realm("/protocol/openid-connect/logout"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Form.of("client_id", CLIENT, "id_token_hint", idToken))));
        cookies.clear();
        if (response.statusCode() >= 400)
            throw Refusal.of(response, response.body());
    }

    /// The secret goes to our own realm and nowhere else.
    private URI ownAction(HttpResponse<byte[]> response) throws Damaged {
        String action = Fields.of(response.body()).text("action");
        if (!action.startsWith(node.realm("/").toString()))
            throw new Damaged();
        return URI.create(action);
    }

    private static Refusal refusal(HttpResponse<byte[]> response) {
        try {
            var body = Fields.of(response.body());
            long wait = body.has("retryAfter") ? body.number("retryAfter") : 0;
            return new Refusal(response.statusCode(), body.text("error"), null, wait);
        } catch (Damaged e) {
            return Refusal.of(response, response.body());
        }
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
        request.header("Accept", "application/json");
        var sent = String.join("; ", cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).toList());
        if (!sent.isEmpty())
            request.header("Cookie", sent);
        var response = http.send(request);
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            String pair = cookie.split(";", 2)[0];
            int equals = pair.indexOf('=');
            if (equals > 0)
                cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return response;
    }
}
