package brussels.passerelle.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import brussels.passerelle.look.Language;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitTableTest {
    private static final String TABLE = """
            {"items":[{"name":"paper","amount":104857600,"unit":"bytes","per":"paper","label":"Size of a paper"},
            {"name":"loan-time","amount":366,"unit":"days","per":"loan","label":"Time"},
            {"name":"uploads","amount":1000,"unit":"times","seconds":3600,"per":"account","label":"Uploads"}]}""";

    @Test
    void readsTheTableOfTheService() {
        assertEquals(
                List.of(new Limit("Size of a paper", "104 MB"), new Limit("Time", "366 days"),
                        new Limit("Uploads", "1,000")),
                LimitTable.parse(TABLE, Language.EN));
    }

    @Test
    void asksInTheLanguageOfTheReader() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/limits", exchange -> {
            var body = TABLE.replace("Uploads", exchange.getRequestHeaders().getFirst("Accept-Language"))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            var table = new LimitTable("http://127.0.0.1:" + server.getAddress().getPort());
            assertEquals("ar", table.apply(Language.AR).getLast().name());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aServiceThatIsAwayOrSpeaksNonsenseGivesAnEmptyTable() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/limits", exchange -> {
            exchange.sendResponseHeaders(200, 1);
            exchange.getResponseBody().write('?');
            exchange.close();
        });
        server.start();
        var table = new LimitTable("http://127.0.0.1:" + server.getAddress().getPort());
        assertEquals(List.of(), table.apply(Language.FR));
        server.stop(0);
        assertEquals(List.of(), table.apply(Language.FR));
    }
}
