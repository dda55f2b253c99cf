package brussels.passerelle.system;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import org.jspecify.annotations.Nullable;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Json;

/**
 * Everything that an app and its node say to each other, without what differs between any two people: ids, names, times,
 * keys, signatures. What is left (methods, addresses, names of headers and members, statuses, counts, sizes, words of
 * errors) is what an onlooker could compare.
 */
final class Conversation {
    /** Differ from one request to the next, whoever asks. */
    private static final Set<String> CHANCE = Set.of("date", "cookie", "set-cookie", "referer", "keep-alive");
    /** A token lives from one second to another. */
    private static final Set<String> OWN = Set.of("expires_in");
    /** The log is everybody's; and the round that gives a place comes by every second, before or after somebody looks. */
    private static final Set<String> CLOCKED = Set.of("index");
    /** In tenths of a second. */
    private static final int QUIET = 7;
    /** The same while something is open: the browser does not always say that a request it dropped is over. */
    private static final int PATIENT = 12;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{21}[AQgw](?![A-Za-z0-9_-])");

    private final BrowserContext profile;
    private final List<Request> requests = new ArrayList<>();
    private int stirred;
    private int open;
    private final List<String> names;
    private final Map<String, List<String>> steps = new TreeMap<>();

    /** @param names what the person is called, which is no difference either */
    Conversation(BrowserContext profile, String... names) {
        this.profile = profile;
        this.names = List.of(names);
        profile.onRequest(_ -> {
            stirred++;
            open++;
        });
        profile.onRequestFinished(_ -> open--);
        profile.onRequestFailed(_ -> open--);
        profile.onResponse(response -> {
            stirred++;
            requests.add(response.request());
        });
    }

    /** Forgets what was said so far. */
    void begin() {
        settle();
        requests.clear();
        steps.clear();
    }

    /** What was said since the last step, under this name; nothing follows from the order of what is asked at once. */
    void step(String name) {
        settle();
        // Reading an answer lets the next ones in: they belong to this step, too, or to none.
        var done = List.copyOf(requests);
        requests.clear();
        var said = done.stream().filter(one -> one.url().contains("/api/") || one.url().contains("/auth/"))
                .map(this::line).sorted().toList();
        steps.put("%02d %s".formatted(steps.size(), name), said);
    }

    /** Until all is answered and nothing was asked for a while: what a page does on its own comes a moment after what it shows. */
    private void settle() {
        var page = profile.pages().getFirst();
        for (var quiet = 0; quiet < (open > 0 ? PATIENT : QUIET);) {
            var before = stirred;
            page.waitForTimeout(100);
            quiet = stirred > before ? 0 : quiet + 1;
        }
    }

    Map<String, List<String>> steps() {
        return steps;
    }

    private String line(Request request) {
        var answer = request.response();
        return request.method() + " " + path(request) + " [" + headers(request.allHeaders()) + "] "
                + size(request.postDataBuffer()) + " -> " + answer.status() + " [" + headers(answer.allHeaders()) + "] "
                + body(request);
    }

    private String path(Request request) {
        var address = URI.create(request.url());
        var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery().replaceAll("=[^&]*", "=");
        return shape(address.getPath()) + query;
    }

    private static String headers(Map<String, String> headers) {
        return headers.keySet().stream().filter(name -> !CHANCE.contains(name)).sorted().toList().toString();
    }

    private String body(Request request) {
        // How much is sent counts, also where the page stops reading before the end.
        if (request.response().headers().getOrDefault("content-type", "").contains("octet-stream"))
            return "bytes " + request.response().headers().get("content-length");
        byte[] body;
        try {
            body = request.response().body();
        } catch (PlaywrightException e) {
            return "no body";
        }
        var type = request.response().headers().getOrDefault("content-type", "");
        if (!type.contains("json"))
            return type + " " + body.length;
        try {
            return shape(Json.parse(body)) + " " + withoutPlaces(body);
        } catch (Damaged e) {
            return "not JSON " + body.length;
        }
    }

    /** The log is everybody's: how far it has grown says nothing of anybody. */
    private static int withoutPlaces(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1).replaceAll("\"index\":\\d+,|,\"index\":\\d+", "").length();
    }

    private static String size(byte @Nullable [] body) {
        return body == null ? "-" : String.valueOf(body.length);
    }

    /** Members with the shapes of their values, items one by one: a count is a difference. */
    private String shape(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> object -> {
                var members = new TreeMap<String, String>();
                object.forEach((name, member) -> members.put(String.valueOf(name),
                        OWN.contains(String.valueOf(name)) ? "{own}" : shape(member)));
                members.keySet().removeAll(CLOCKED);
                yield members.toString();
            }
            case List<?> list -> list.stream().map(this::shape).toList().toString();
            case String text -> quoted(text);
            default -> value.toString();
        };
    }

    /** Short words are words; ids, times and whatever is long are only as long as they are. */
    private String quoted(String text) {
        var plain = text;
        for (var name : names)
            plain = plain.replace(name, "{name}");
        if (plain.startsWith("{\"") && plain.endsWith("}"))
            return "event of " + plain.replaceAll("\"[^\"]*\":|\"(?:at|salt)\":\"[^\"]*\"", "").length() + plain
                    .replaceAll(".*\"type\":\"(\\w+)\".*", " $1");
        return plain.length() > 120 ? "text of " + plain.length() : shape(plain);
    }

    private String shape(String text) {
        var bare = text.replaceAll("[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])", "{32 bytes}")
                .replaceAll("(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{24}(?![A-Za-z0-9_-])", "{session}");
        return TOKEN.matcher(bare).replaceAll("{id}").replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{account}")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "{time}").replaceAll("\\d{3}-\\d{3}\\b", "{digits}");
    }
}
