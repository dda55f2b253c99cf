package brussels.passerelle.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import brussels.passerelle.database.Leash;
import brussels.passerelle.database.Shelf;

/** The application server, run from its own copy: the build may replace or remove what it was copied from. */
final class WildFly {
    private static final List<String> JAVA = List.of("-Xms96m", "-Xmx640m", "-XX:MaxMetaspaceSize=384m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-Djava.net.preferIPv4Stack=true",
            "-Djava.awt.headless=true",
            "-Djboss.modules.system.pkgs=org.jboss.byteman",
            "-Djdk.serialFilter=maxbytes=10485760;maxdepth=128;maxarray=100000;maxrefs=300000");
    /** As the server's own script opens them. */
    private static final List<String> MODULES = Stream
            .concat(Stream
                    .of("java.desktop/sun.awt", "java.naming/com.sun.jndi.ldap", "java.naming/com.sun.jndi.url.ldap",
                            "java.naming/com.sun.jndi.url.ldaps", "jdk.naming.dns/com.sun.jndi.dns")
                    .map(name -> "--add-exports=" + name + "=ALL-UNNAMED"),
                    Stream.of("java.base/java.lang", "java.base/java.lang.invoke", "java.base/java.lang.reflect",
                            "java.base/java.io",
                            "java.base/java.net", "java.base/java.security", "java.base/java.util",
                            "java.base/java.util.concurrent",
                            "java.management/javax.management", "java.naming/javax.naming")
                            .map(name -> "--add-opens=" + name + "=ALL-UNNAMED"))
            .toList();
    private static final String REALM = "/auth/realms/passerelle\"";

    private WildFly() {}

    static Path prepared(Shelf shelf, Checkout checkout) throws IOException {
        var made = Files.getLastModifiedTime(checkout.server()).toMillis();
        return shelf.tool("wildfly-" + Long.toHexString(made), folder -> Tree.link(checkout.server(), folder));
    }

    /** Configuration and applications are laid out anew each time; data stay. */
    static void layOut(Path home, Path base, Checkout checkout, String realm) throws IOException {
        for (var fresh : List.of("configuration", "deployments", "tmp"))
            Shelf.delete(base.resolve(fresh));
        Files.createDirectories(base.resolve("deployments"));
        Tree.copy(home.resolve("standalone/configuration"), base.resolve("configuration"));
        var configuration = base.resolve("configuration/standalone.xml");
        Files.writeString(configuration, withRealm(Files.readString(configuration), realm));
        for (var application : checkout.applications()) {
            Files.copy(application, base.resolve("deployments").resolve(application.getFileName()));
        }
    }

    /** The address of a proxied location is the one thing that cannot be an expression. */
    static String withRealm(String configuration, String realm) {
        if (!configuration.contains(REALM))
            throw new IllegalStateException("The server's configuration has no location for the realm");
        return configuration.replace(REALM, "/auth/realms/" + realm + "\"");
    }

    static Child start(Path home, State state, Map<String, String> properties, Map<String, String> secrets, int offset)
            throws IOException {
        var base = state.wildfly();
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
        command.addAll(JAVA);
        command.addAll(MODULES);
        command.addAll(List.of("-Dorg.jboss.boot.log.file=" + state.log("server.log"),
                "-Dlogging.configuration=file:" + base.resolve("configuration/logging.properties"), "-jar",
                home.resolve("jboss-modules.jar").toString(), "-mp", home.resolve("modules").toString(),
                "org.jboss.as.standalone",
                "-Djboss.home.dir=" + home, "-Djboss.server.base.dir=" + base,
                "-Djboss.server.log.dir=" + state.log("server.log").getParent(),
                "-Djboss.node.name=passerelle", "-Djboss.socket.binding.port-offset=" + offset));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        var child = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(state.log("wildfly.log").toFile()));
        child.environment().putAll(secrets);
        return Child.of("WildFly", Leash.start(child));
    }

    /** An application that cannot be deployed will not answer, however long one waits. */
    static void checkDeployments(State state) throws IOException, Refusal {
        try (var failed = Files.newDirectoryStream(state.wildfly().resolve("deployments"), "*.failed")) {
            for (var marker : failed)
                throw new Refusal(
                        marker.getFileName().toString().replace(".failed", "") + " could not be deployed, see "
                                + state.log("server.log"));
        }
    }
}
