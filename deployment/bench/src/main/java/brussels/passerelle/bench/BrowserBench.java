package brussels.passerelle.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the browser needs for papers: the envelope beside bare WebCrypto in the same run, what a large paper costs in
/// memory, how long a passphrase takes, and with `--portal` and `--realm` of a running node, unlocking 1,000 papers.
public final class BrowserBench {
    private static final int ROUNDS = 7;
    private static final int LARGE = 100;

    private BrowserBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var root = Path.of(System.getProperty("passerelle.root", ".")).toAbsolutePath();
        var bundle = bundle(root.resolve("portal/web/src/main/web"));
        var server = serve(bundle);
        try (var playwright = Playwright.create(); var browser = launch(playwright)) {
            var page = browser.newPage();
            page.navigate("http://localhost:" + server.getAddress().getPort() + "/");
            page.waitForFunction("() => 'bench' in window");
            envelope(page, 8);
            envelope(page, 64);
            threads(page);
            memory(page);
            if (args.length == 3 && runs(args[0])) {
                Unlocking.measure(browser, args[0], args[1], args[2]);
            } else {
                System.out.println("unlocking 1,000 papers: not measured, no node runs at "
                        + (args.length == 3 ? args[0] : "portal, registry, realm"));
            }
        } finally {
            server.stop(0);
        }
    }

    private static boolean runs(String portal) {
        try (var socket = new Socket()) {
            var address = URI.create(portal);
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), 1000);
            return true;
        } catch (IOException none) {
            return false;
        }
    }

    private static void envelope(Page page, int mebibytes) {
        var measured = (Map<?, ?>) page.evaluate("([mib, rounds]) => bench.envelope(mib, rounds)",
                List.of(mebibytes, ROUNDS));
        System.out.printf(Locale.ROOT, "%n%d MiB, median of %d%n", mebibytes, ROUNDS);
        var memory = rate(measured, "raw, memory to memory", mebibytes);
        var file = rate(measured, "raw, file to file (whole in memory)", mebibytes);
        print("raw AES-256-GCM, memory to memory", memory, memory);
        print("envelope's segments, memory to memory",
                rate(measured, "envelope's segments, memory to memory", mebibytes),
                memory);
        print("raw AES-256-GCM, file to file, whole", file, file);
        print("envelope, file to file", rate(measured, "envelope, file to file", mebibytes), file);
        print("envelope and hash, file to file", rate(measured, "envelope and hash, file to file", mebibytes), file);
        print("SHA-256 alone", rate(measured, "SHA-256 alone", mebibytes), file);
    }

    private static double rate(Map<?, ?> measured, String name, int mebibytes) {
        return measured.get(name) instanceof Number milliseconds ? mebibytes * 1000.0 / milliseconds.doubleValue() : 0;
    }

    private static void print(String what, double ours, double peer) {
        System.out.printf(Locale.ROOT, "  %-40s %7.0f MiB/s   ratio %.2f%n", what, ours, ours / peer);
    }

    private static void threads(Page page) {
        System.out.printf(Locale.ROOT, "%nArgon2id of a passphrase: %s ms%n", page.evaluate("() => bench.derive(3)"));
        System.out.println("longest time the page did not answer, ms: " + page.evaluate("() => bench.pauses()"));
    }

    /// Heap and buffers of the page while a large paper is sealed and opened, above what it held before.
    private static void memory(Page page) {
        page.evaluate("mib => bench.prepare(mib)", LARGE);
        for (var job : List.of("seal", "open")) {
            var session = page.context().newCDPSession(page);
            session.send("HeapProfiler.enable");
            session.send("HeapProfiler.collectGarbage");
            var before = used(session.send("Runtime.getHeapUsage"));
            page.evaluate("job => { window.over = false; bench[job]().then(() => { window.over = true; }); }", job);
            var most = before;
            while (!Boolean.TRUE.equals(page.evaluate("() => window.over")))
                most = Math.max(most, used(session.send("Runtime.getHeapUsage")));
            System.out.printf(Locale.ROOT, "%s %d MiB: at most %.0f MiB more in the memory of the page%n", job, LARGE,
                    (most - before) / (1 << 20));
            session.detach();
        }
    }

    /// Objects and the buffers they hold.
    private static double used(JsonObject usage) {
        var buffers = usage.has("backingStorageSize") ? usage.get("backingStorageSize").getAsDouble() : 0;
        return usage.get("usedSize").getAsDouble() + buffers;
    }

    private static Path bundle(Path web) throws IOException, InterruptedException {
        var out = Files.createTempDirectory("bench");
        var exit = new ProcessBuilder("node", "bench.mjs", out.toString()).directory(web.toFile()).inheritIO().start()
                .waitFor();
        if (exit != 0)
            throw new IllegalStateException("the bundle was not made; run npm ci in " + web);
        return out;
    }

    private static HttpServer serve(Path folder) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        for (var file : List.of("index.html", "bench.js", "worker.js")) {
            var bytes = Files.readAllBytes(folder.resolve(file));
            server.createContext(file.equals("index.html") ? "/" : "/" + file, exchange -> {
                exchange.getResponseHeaders().set("Content-Type",
                        file.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8");
                exchange.getResponseHeaders().set("Cache-Control", "max-age=3600");
                exchange.sendResponseHeaders(200, bytes.length);
                try (var out = exchange.getResponseBody()) {
                    out.write(bytes);
                }
            });
        }
        server.start();
        return server;
    }

    static Browser launch(Playwright playwright) {
        var chromium = System.getenv().getOrDefault("PASSERELLE_CHROMIUM", "/usr/bin/chromium");
        return playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of(chromium))
                .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }
}
