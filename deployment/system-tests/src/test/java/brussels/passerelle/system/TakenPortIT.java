package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The launcher looks before it leaps. */
@Order(2)
class TakenPortIT {
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
