package brussels.passerelle.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A module of the page's own source, bundled so that a test can call it inside a browser as {@code client}. */
final class ClientCode {
    private static final Path SOURCES = Path.of("..", "..", "portal", "web", "src", "main", "web");

    private ClientCode() {}

    static String of(String module) throws IOException, InterruptedException {
        var bundler = SOURCES.resolve("node_modules/.bin/esbuild").toAbsolutePath().normalize().toString();
        var process = new ProcessBuilder(bundler, module, "--bundle", "--format=iife", "--global-name=client",
                "--log-level=error").directory(SOURCES.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var code = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0)
            throw new IOException(module + " was not bundled");
        // As a global of the page, which the code of a test is evaluated in.
        return code.replaceFirst("(?s).*?var client = ", "globalThis.client = ");
    }
}
