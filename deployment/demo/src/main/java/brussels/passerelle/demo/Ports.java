package brussels.passerelle.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything listens, on the loopback address only.
 *
 * @param offset added to every number, so that nodes can live side by side
 */
record Ports(int offset) {
    Ports {
        if (offset < 0 || offset > 50_000)
            throw new IllegalArgumentException("offset must be from 0 to 50000");
    }

    int portal() {
        return 8080 + offset;
    }

    int registry() {
        return 8081 + offset;
    }

    int management() {
        return 9990 + offset;
    }

    int keycloak() {
        return 8180 + offset;
    }

    int keycloakManagement() {
        return 9180 + offset;
    }

    int postgres() {
        return 5480 + offset;
    }

    String origin() {
        return "http://localhost:" + portal();
    }

    String registryOrigin() {
        return "http://localhost:" + registry();
    }

    /** Cookies do not know ports, so nodes on one host need realms, and so paths, of different names. */
    String realm() {
        return offset == 0 ? "passerelle" : "passerelle-" + offset;
    }

    Map<String, Integer> all() {
        var all = new LinkedHashMap<String, Integer>();
        all.put("portal and consent service", portal());
        all.put("registry", registry());
        all.put("server management", management());
        all.put("identity provider", keycloak());
        all.put("identity provider management", keycloakManagement());
        all.put("PostgreSQL", postgres());
        return all;
    }

    /** What cannot be listened on, in words, if anything. */
    Optional<String> taken() {
        return all().entrySet().stream().filter(port -> !free(port.getValue()))
                .map(port -> "port " + port.getValue() + " (" + port.getKey() + ")").findFirst();
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
