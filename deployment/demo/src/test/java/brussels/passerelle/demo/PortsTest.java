package brussels.passerelle.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void theOffsetMovesEveryPortAndTheRealm() {
        var here = new Ports(0);
        var there = new Ports(1000);
        here.all().forEach((name, port) -> assertEquals(port + 1000, there.all().get(name), name));
        assertEquals("passerelle", here.realm());
        assertEquals("passerelle-1000", there.realm());
        assertEquals("http://localhost:9080", there.origin());
    }

    @Test
    void noTwoThingsListenOnOnePort() {
        var all = new Ports(0).all();
        assertEquals(all.size(), new HashSet<>(all.values()).size());
    }

    @Test
    void saysWhichPortIsTaken() throws Exception {
        // Below the ports that the system gives to whoever connects to something.
        var ports = new Ports(19_000);
        assertEquals(Optional.empty(), ports.taken());
        try (var other = new ServerSocket(ports.registry(), 1, InetAddress.getLoopbackAddress())) {
            assertEquals(Optional.of("port " + other.getLocalPort() + " (registry)"), ports.taken());
        }
    }

    @Test
    void anOffsetThatLeavesNoPortsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Ports(-1));
        assertThrows(IllegalArgumentException.class, () -> new Ports(60_000));
    }
}
