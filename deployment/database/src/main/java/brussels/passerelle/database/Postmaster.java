package brussels.passerelle.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** PostgreSQL's own programs: make a cluster, run it, stop it. */
record Postmaster(Path programs, Path data, Path log) {
    void init(String password) throws IOException {
        if (Files.exists(data.resolve("PG_VERSION")))
            return;
        Files.createDirectories(data.getParent());
        var secret = Files.createTempFile(data.getParent(), "init", ".tmp");
        try {
            Files.writeString(secret, password);
            run("initdb", "-D", data.toString(), "-U", "postgres", "--pwfile=" + secret, "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--data-checksums");
        } finally {
            Files.delete(secret);
        }
    }

    /**
     * A cluster whose last run ended hard still has its file of process ids. If that process is a PostgreSQL of these data,
     * it lost its master: it is stopped. Otherwise the number belongs to somebody else by now, and the file goes.
     */
    void clearLeftovers() throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file))
            return;
        var pid = Files.readAllLines(file).getFirst().strip();
        var ours = ProcessHandle.of(Long.parseLong(pid)).flatMap(process -> process.info().commandLine())
                .filter(line -> line.contains("postgres") && line.contains(data.toString())).isPresent();
        if (ours)
            stop();
        Files.deleteIfExists(file);
    }

    Process run(int port) throws IOException {
        var command = new ArrayList<>(List.of(program("postgres"), "-D", data.toString()));
        Settings.of(port).forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        var child = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return Leash.start(child, "INT", true);
    }

    void stop() throws IOException {
        run("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-t", "20", "-s");
    }

    private void run(String program, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(program(program)));
        command.addAll(List.of(arguments));
        var child = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var process = Leash.start(child, "KILL", true);
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0)
                throw new IOException(program + " failed, see " + log);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", interrupted);
        }
    }

    private String program(String name) {
        return programs.resolve("bin").resolve(name).toString();
    }
}
