package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first command of a newcomer: it says when it is ready, and leaves nothing behind when it ends. */
@ExtendWith(House.class)
@Order(Integer.MAX_VALUE)
class DemoIT {
    private static final List<Integer> PORTS = List.of(8080, 8081, 9990, 8180, 9180, 5480);
    /** Forty-five seconds on a quiet machine; the machine of a build is not quiet. */
    private static final Duration WARM = Duration.ofSeconds(90);

    @Test
    void ready_is_the_last_word_and_ending_takes_everything_down(RunningDemo demo) throws IOException {
        var last = demo.said().getLast();
        assertTrue(last.startsWith("READY"), last);
        var children = demo.descendants();
        assertTrue(children.size() >= 3, "PostgreSQL, Keycloak and WildFly, not only " + children);

        demo.terminate();
        assertEquals(List.of(), children.stream().filter(ProcessHandle::isAlive).toList());
        for (var port : PORTS)
            new ServerSocket(demo.port(port), 1, InetAddress.getLoopbackAddress()).close();

        demo.start();
        assertTrue(demo.untilReady().compareTo(WARM) < 0, "warm start took " + demo.untilReady());
        assertEquals(200, new Web().get(demo.portal("/")).statusCode());
    }

    @Test
    void a_taken_port_is_named_before_anything_starts() throws Exception {
        var state = RunningDemo.TARGET.resolve("demo-taken");
        House.erase(state);
        var demo = new RunningDemo(900, state);
        try (var taken = new ServerSocket(demo.port(8080), 1, InetAddress.getLoopbackAddress()); demo) {
            var ready = demo.launch();
            assertThrows(ExecutionException.class, () -> ready.get(1, TimeUnit.MINUTES));
            assertTrue(demo.process().waitFor(20, TimeUnit.SECONDS), "still running");
            assertTrue(demo.process().exitValue() != 0, "an exit code that says: failed");
            assertTrue(demo.said().stream().anyMatch(line -> line.contains(String.valueOf(taken.getLocalPort()))),
                    () -> "the port is not named in " + demo.said());
            assertEquals(List.of(), demo.descendants());
        }
    }
}
