package brussels.passerelle.consent.harness;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Json;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The identity provider's Admin API as this service uses it: it knows everybody, and makes no accounts. */
public final class Provider {
    private final Map<String, Map<String, Object>> users = new ConcurrentHashMap<>();
    private final Map<String, List<String>> acts = new ConcurrentHashMap<>();
    private volatile boolean down;

    Provider() {}

    /** While it is down it answers nothing but 503. */
    public void down(boolean isDown) {
        down = isDown;
    }

    /** What was done to an account, in order, such as {@code PUT} and {@code POST logout}. */
    public List<String> acts(String account) {
        return acts.getOrDefault(account, List.of());
    }

    /** The account's doors, each {@code kid|kind|x|y}. */
    public List<String> doors(String account) {
        return user(account).get("attributes") instanceof Map<?, ?> attributes
                && attributes.get("door") instanceof List<?> doors
                        ? doors.stream().map(String::valueOf).toList()
                        : List.of();
    }

    /** The secret it was last given, or an empty text. */
    public String secret(String account) {
        return String.valueOf(user(account).getOrDefault("value", ""));
    }

    /** Whether the account may sign in. */
    public boolean enabled(String account) {
        return Boolean.TRUE.equals(user(account).get("enabled"));
    }

    private Map<String, Object> user(String account) {
        return users.computeIfAbsent(account,
                id -> new ConcurrentHashMap<>(
                        Map.of("id", id, "enabled", true, "attributes", Map.of("team", List.of("t")))));
    }

    void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (down) {
            World.answer(exchange, 503, new byte[0]);
        } else if (path.endsWith("/token")) {
            World.answer(exchange, 200, json(Map.of("access_token", "t", "expires_in", 60)));
        } else if (path.contains("/users/")) {
            about(exchange, path.substring(path.indexOf("/users/") + 7).split("/", -1));
        } else {
            World.answer(exchange, 503, new byte[0]);
        }
    }

    private void about(HttpExchange exchange, String[] path) throws IOException {
        var method = exchange.getRequestMethod();
        var user = user(path[0]);
        if (method.equals("GET")) {
            World.answer(exchange, 200, json(user));
            return;
        }
        acts.computeIfAbsent(path[0], id -> new ArrayList<>())
                .add(path.length == 1 ? method : method + " " + path[1]);
        var body = exchange.getRequestBody().readAllBytes();
        if (method.equals("DELETE")) {
            users.remove(path[0]);
        } else if (body.length > 0) {
            try {
                Json.parse(body).forEach(user::put);
            } catch (Damaged malformed) {
                throw new IOException(malformed);
            }
        }
        World.answer(exchange, 204, new byte[0]);
    }

    private static byte[] json(Object value) {
        return Json.write(value).getBytes(StandardCharsets.UTF_8);
    }
}
