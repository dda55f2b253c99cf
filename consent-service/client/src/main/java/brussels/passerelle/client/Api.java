package brussels.passerelle.client;

import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Requests with a token and a proof of possession. Every failure the server names is a [Refusal].
public final class Api {
    private final Session session;
    private final Http http;
    private final Function<String, URI> address;

    Api(Session session, Http http, Function<String, URI> address) {
        this.session = session;
        this.http = http;
        this.address = address;
    }

    /// Reads a JSON object.
    public Fields read(String path) throws IOException {
        return Fields.of(bytes(path));
    }

    public byte[] bytes(String path) throws IOException {
        return send("GET", path, BodyPublishers.noBody(), Map.of()).body();
    }

    /// The body, or nothing when there is no such thing (404).
    public Optional<byte[]> find(String path) throws IOException {
        try {
            return Optional.of(bytes(path));
        } catch (Refusal e) {
            if (e.status() == 404)
                return Optional.empty();
            throw e;
        }
    }

    /// All items of a list, page by page.
    public List<Fields> all(String path) throws IOException {
        var items = new ArrayList<Fields>();
        String next = "";
        while (next != null) {
            String query = (path.contains("?") ? "&" : "?") + "limit=100"
                    + (next.isEmpty() ? "" : "&" + Form.of("cursor", next));
            var page = read(path + query);
            items.addAll(page.objects("items"));
            next = page.optionalText("next");
        }
        return items;
    }

    /// The body as it comes; the caller closes it.
    public InputStream stream(String path) throws IOException {
        for (boolean again = true;; again = false) {
            var response = http.stream(request("GET", path, BodyPublishers.noBody(), Map.of()));
            if (response.statusCode() < 300)
                return response.body();
            byte[] body;
            try (var in = response.body()) {
                body = in.readAllBytes();
            }
            if (response.statusCode() != 401 || !again)
                throw Refusal.of(response, body);
            refuseClosed(response, body);
            session.renew();
        }
    }

    public Fields post(String path, Map<String, @Nullable Object> json) throws IOException {
        return Fields.of(send("POST", path, BodyPublishers.ofByteArray(Json.bytes(json)),
                Map.of("Content-Type", "application/json")).body());
    }

    public void put(String path, Map<String, @Nullable Object> json) throws IOException {
        put(path, BodyPublishers.ofByteArray(Json.bytes(json)), Map.of("Content-Type", "application/json"));
    }

    public void put(String path, BodyPublisher body, Map<String, String> headers) throws IOException {
        send("PUT", path, body, headers);
    }

    public void delete(String path) throws IOException {
        send("DELETE", path, BodyPublishers.noBody(), Map.of());
    }

    /// A closed session is not renewed: the wallet behind it may be another one by now.
    private static void refuseClosed(HttpResponse<?> response, byte[] body) throws Refusal {
        var refusal = Refusal.of(response, body);
        if (refusal.type().equals("sessionClosed"))
            throw refusal;
    }

    /// One request, once more when the token or the clock had run away. Writes carry one idempotency key for both tries.
    public HttpResponse<byte[]> send(String method, String path, BodyPublisher body, Map<String, String> headers)
            throws IOException {
        var all = new HashMap<>(headers);
        if (!method.equals("GET"))
            all.putIfAbsent("Idempotency-Key", UUID.randomUUID().toString());
        var response = http.send(request(method, path, body, all));
        if (response.statusCode() == 401) {
            refuseClosed(response, response.body());
            session.renew();
            response = http.send(request(method, path, body, all));
        }
        if (response.statusCode() >= 300)
            throw Refusal.of(response, response.body());
        return response;
    }

    private HttpRequest.Builder request(String method, String path, BodyPublisher body, Map<String, String> headers)
            throws IOException {
        var uri = address.apply(path);
        String token = session.token();
        var request = HttpRequest.newBuilder(uri).method(method, body).header("Authorization", "DPoP " + token)
                .header("DPoP", session.proof(method, uri, token));
        headers.forEach(request::header);
        return request;
    }
}
