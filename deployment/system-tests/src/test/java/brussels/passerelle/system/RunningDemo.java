package brussels.passerelle.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * The launcher as a newcomer runs it, as a child process with ports and a state folder of its own. Closing it sends the
 * signal that an interrupted terminal would send, and makes sure that nothing it started lives on.
 */
final class RunningDemo implements AutoCloseable {
    static final int OFFSET = Integer.getInteger("passerelle.offset", 700);
    static final Path TARGET = Path.of(System.getProperty("passerelle.target", "target"));
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final int offset;
    private final Path state;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private @Nullable Process process;
    private Duration untilReady = Duration.ZERO;

    RunningDemo(int offset, Path state) {
        this.offset = offset;
        this.state = state;
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    RunningDemo start() {
        var started = System.nanoTime();
        var ready = launch();
        try {
            ready.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            kill();
            throw new IllegalStateException("the demo did not reach READY:\n" + String.join("\n", said), e);
        }
        untilReady = Duration.ofNanos(System.nanoTime() - started);
        return this;
    }

    /** Starts the launcher and returns at once; the future completes at READY and fails when it ends before. */
    CompletableFuture<Void> launch() {
        said.clear();
        // All people of all tests come from one address, and within the hour.
        var command = List.of(ProcessHandle.current().info().command().orElse("java"),
                "-Dpasserelle.limit.registrations=1000", "-cp", System.getProperty("java.class.path"),
                "brussels.passerelle.demo.Demo", "--offset=" + offset, "--state=" + state);
        try {
            Files.createDirectories(state);
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var ready = new CompletableFuture<Void>();
        var child = process;
        Thread.ofVirtual().start(() -> listen(child, ready));
        return ready;
    }

    private void listen(Process child, CompletableFuture<Void> ready) {
        var log = state.resolve("launcher.log");
        try (var lines = child.inputReader();
                var copy = Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                copy.append(line).append('\n').flush();
                if (line.startsWith("READY"))
                    ready.complete(null);
            }
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
        ready.completeExceptionally(new IllegalStateException("the launcher ended before READY"));
    }

    /** SIGTERM, as a shell or a service manager would send it; returns the exit code. */
    int terminate() {
        var child = process();
        child.destroy();
        try {
            if (!child.waitFor(60, TimeUnit.SECONDS))
                throw new IllegalStateException("the launcher did not end within a minute of SIGTERM");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return child.exitValue();
    }

    void restart() {
        terminate();
        start();
    }

    /** Every process that the launcher started, at any depth. */
    List<ProcessHandle> descendants() {
        return process().descendants().toList();
    }

    /** One of the servers, by the name under which the launcher notes it. */
    ProcessHandle server(String name) {
        try (var lines = Files.lines(state.resolve("pids"))) {
            return lines.filter(line -> line.startsWith(name + " "))
                    .map(line -> Long.parseLong(line.substring(name.length() + 1))).findFirst()
                    .flatMap(ProcessHandle::of)
                    .orElseThrow(() -> new IllegalStateException(name + " does not run"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the identity provider is unpacked; its caches and temporary files are there. */
    Path keycloakHome() {
        var command = server("Keycloak").info().commandLine().orElseThrow();
        return Path.of(command.replaceFirst("(?s).*-Dkc\\.home\\.dir=(\\S+).*", "$1"));
    }

    Process process() {
        if (process == null)
            throw new IllegalStateException("not started");
        return process;
    }

    List<String> said() {
        return List.copyOf(said);
    }

    Duration untilReady() {
        return untilReady;
    }

    Path state() {
        return state;
    }

    String realm() {
        return "passerelle-" + offset;
    }

    int port(int base) {
        return base + offset;
    }

    URI portal(String path) {
        return URI.create("http://localhost:" + port(8080) + path);
    }

    URI registry(String path) {
        return URI.create("http://localhost:" + port(8081) + path);
    }

    private void kill() {
        if (process == null)
            return;
        var all = process.descendants().toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        if (process != null && process.isAlive())
            terminate();
        kill();
    }
}
