package brussels.passerelle.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

import brussels.passerelle.database.Leash;
import brussels.passerelle.database.Passwords;
import brussels.passerelle.database.Role;
import brussels.passerelle.database.Shelf;

/** The identity provider: unpacked and built once per version and provider jar, then started as it is. */
final class Keycloak {
    private static final List<String> BUILD = List.of("build", "--db=postgres", "--http-relative-path=/auth",
            "--http-management-relative-path=/", "--health-enabled=true", "--metrics-enabled=true", "--cache=local",
            "--features-disabled=account,account-api,admin,device-flow,ciba,par,kerberos,impersonation,organization,"
                    + "token-exchange-standard,persistent-user-sessions");
    private static final List<String> JAVA = List.of("-Xms64m", "-Xmx384m", "-XX:MaxMetaspaceSize=256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8", "-Duser.language=en",
            "-Djava.security.egd=file:/dev/urandom", "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "--add-opens=java.base/java.util=ALL-UNNAMED", "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED");

    private Keycloak() {}

    /** The folder to run from; half a minute the first time. */
    static Path prepared(Shelf shelf, Path distribution, Path provider, Path log) throws IOException {
        var name = distribution.getFileName().toString().replace("keycloak-quarkus-dist-", "keycloak-").replace(".zip",
                "");
        return shelf.tool(name + "-" + fingerprint(provider), folder -> {
            unzip(distribution, folder);
            Files.copy(provider, folder.resolve("providers/passerelle.jar"));
            run(folder, BUILD, log);
        });
    }

    static Child start(Path home, Ports ports, Passwords passwords, String adminSecret, Path log) throws IOException {
        var arguments = List.of("start", "--optimized", "--http-enabled=true", "--http-host=127.0.0.1",
                "--http-port=" + ports.keycloak(),
                "--http-management-host=127.0.0.1", "--http-management-port=" + ports.keycloakManagement(),
                "--hostname=" + ports.origin() + "/auth", "--proxy-headers=xforwarded",
                "--proxy-trusted-addresses=127.0.0.1",
                "--db-url=jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/keycloak",
                "--db-username=" + Role.KEYCLOAK.login(),
                "--db-pool-initial-size=1", "--db-pool-min-size=1", "--db-pool-max-size=20",
                "--log-console-output=json",
                "--shutdown-delay=0s", "--shutdown-timeout=5s");
        var child = command(home, arguments, log);
        child.environment()
                .putAll(Map.of("KC_DB_PASSWORD", passwords.of(Role.KEYCLOAK), "KC_BOOTSTRAP_ADMIN_CLIENT_ID",
                        Admin.CLIENT,
                        "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", adminSecret));
        return Child.of("Keycloak", Leash.start(child));
    }

    private static ProcessBuilder command(Path home, List<String> arguments, Path log) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
        command.addAll(JAVA);
        command.addAll(List.of("-Dkc.home.dir=" + home, "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Dquarkus.http.http2=false", "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000", "-cp", home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    private static void run(Path home, List<String> arguments, Path log) throws IOException {
        var process = Leash.start(command(home, arguments, log));
        try {
            if (process.waitFor(5, TimeUnit.MINUTES) && process.exitValue() == 0)
                return;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new IOException("The identity provider could not be built, see " + log);
    }

    /** Changes with the jar and with what it is built for. */
    private static String fingerprint(Path jar) throws IOException {
        var crc = new CRC32();
        crc.update(Files.readAllBytes(jar));
        crc.update(String.join(" ", BUILD).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }

    /** Without the folder that the archive begins with. */
    private static void unzip(Path archive, Path folder) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                var name = entry.getName();
                var file = folder.resolve(name.substring(name.indexOf('/') + 1)).normalize();
                if (!file.startsWith(folder))
                    throw new IOException("An entry points out of the archive");
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    try (var bytes = zip.getInputStream(entry)) {
                        Files.copy(bytes, file);
                    }
                }
            }
        }
    }
}
