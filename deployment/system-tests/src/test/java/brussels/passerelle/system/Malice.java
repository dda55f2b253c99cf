package brussels.passerelle.system;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import org.jspecify.annotations.Nullable;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Json;

/**
 * A server that lies to one browser: its answers are those of the real server, altered on the way. It also keeps what the
 * browser asks for, since what an attacker gains is what is asked next.
 */
final class Malice {
    /** One request of the browser. */
    record Asked(String method, String address, Map<String, String> headers, String body) {
        /** The address without what differs from one account, session or try to the next. */
        String shape() {
            return method + " " + address.replaceFirst("^https?://[^/]+", "").replaceAll("=[^&]*", "=")
                    .replaceAll("[A-Za-z0-9_-]{21}[AQgw](?![A-Za-z0-9_-])", "{id}");
        }

        boolean changes() {
            return address.contains("/api/") && !"GET".equals(method);
        }
    }

    private static final List<String> OF_THE_WAY = List.of("content-length", "content-encoding", "transfer-encoding");

    private final BrowserContext profile;
    private final List<Asked> asked = new ArrayList<>();

    Malice(BrowserContext profile) {
        this.profile = profile;
        profile.onRequest(request -> asked.add(read(request)));
    }

    private static Asked read(Request request) {
        var body = request.postDataBuffer();
        return new Asked(request.method(), request.url(), request.headers(),
                body == null ? "" : new String(body, StandardCharsets.ISO_8859_1));
    }

    /** Alters the body of whatever is read from here. */
    Malice bytes(String path, UnaryOperator<byte[]> change) {
        return on("GET", path, route -> {
            var answer = route.fetch();
            route.fulfill(new Route.FulfillOptions().setStatus(answer.status()).setHeaders(own(answer.headers()))
                    .setBodyBytes(answer.ok() ? change.apply(answer.body()) : answer.body()));
        });
    }

    Malice text(String path, UnaryOperator<String> change) {
        return bytes(path, body -> change.apply(new String(body, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8));
    }

    Malice json(String path, Consumer<Map<String, @Nullable Object>> change) {
        return bytes(path, body -> altered(body, change));
    }

    static byte[] altered(byte[] json, Consumer<Map<String, @Nullable Object>> change) {
        try {
            var object = Json.parse(json);
            change.accept(object);
            return Json.bytes(object);
        } catch (Damaged e) {
            throw new IllegalStateException("the real answer is no JSON", e);
        }
    }

    /** Answers in the place of the real server, which is not asked at all. */
    Malice instead(String method, String path, int status, String type, byte[] body) {
        return on(method, path, route -> route.fulfill(new Route.FulfillOptions().setStatus(status)
                .setContentType(type).setHeaders(Map.of("Content-Type", type, "Access-Control-Allow-Origin", "*"))
                .setBodyBytes(body)));
    }

    private Malice on(String method, String path, Consumer<Route> lie) {
        profile.route("**" + path, route -> {
            if (method.equals(route.request().method()))
                lie.accept(route);
            else
                route.fallback();
        });
        return this;
    }

    private static Map<String, String> own(Map<String, String> headers) {
        var kept = new HashMap<>(headers);
        OF_THE_WAY.forEach(kept::remove);
        return kept;
    }

    /** From here on the truth, and nothing remembered. */
    Malice honest() {
        profile.unrouteAll();
        asked.clear();
        return this;
    }

    /** What the browser asked for since it was last dealt with honestly. */
    List<Asked> asked() {
        return List.copyOf(asked);
    }
}
