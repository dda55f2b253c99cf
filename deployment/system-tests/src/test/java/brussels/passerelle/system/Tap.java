package brussels.passerelle.system;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A proxy between a browser and the world that keeps every request, whole: address, headers and body. What the browser
 * itself reports leaves out bodies that come from files, and those are the ones that matter here.
 */
final class Tap implements AutoCloseable {
    private static final Set<String> OWN = Set.of("host", "connection", "proxy-connection", "content-length", "expect",
            "upgrade", "keep-alive", "transfer-encoding");

    private record Sent(URI address, String headers, byte[] body) {}

    private final List<Sent> requests = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer server;

    Tap() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::pass);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            requests.add(new Sent(exchange.getRequestURI(), exchange.getRequestHeaders().entrySet().toString(), body));
            var request = HttpRequest.newBuilder(exchange.getRequestURI()).method(exchange.getRequestMethod(),
                    HttpRequest.BodyPublishers.ofByteArray(body));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!OWN.contains(name.toLowerCase(Locale.ROOT)))
                    values.forEach(value -> request.header(name, value));
            });
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (!OWN.contains(name.toLowerCase(Locale.ROOT)))
                    exchange.getResponseHeaders().put(name, values);
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    Set<String> origins() {
        return requests.stream().map(one -> one.address().getScheme() + "://" + one.address().getAuthority())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The body of the first write to an address that holds this text. */
    byte[] body(String address) {
        return requests.stream().filter(one -> one.address().toString().contains(address) && one.body().length > 0)
                .findFirst().map(Sent::body).orElseThrow();
    }

    String bodyText(String address) {
        return new String(body(address), StandardCharsets.UTF_8);
    }

    /** The signature of an access token that was sent: without it the rest of the token opens nothing. */
    String tokenSignature() {
        var token = Pattern.compile("DPoP eyJ[\\w-]+\\.[\\w-]+\\.([\\w-]{40,})");
        return requests.stream().map(Sent::headers).map(token::matcher).filter(Matcher::find).findFirst()
                .map(found -> found.group(1)).orElseThrow();
    }

    Set<String> searched(Needles needles) throws IOException {
        var found = new TreeSet<String>();
        for (var one : requests) {
            var head = (one.address() + "\n" + one.headers()).getBytes(StandardCharsets.UTF_8);
            needles.search(new ByteArrayInputStream(head), "head of " + one.address(), found);
            needles.search(new ByteArrayInputStream(one.body()), "body of " + one.address(), found);
        }
        return found;
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
