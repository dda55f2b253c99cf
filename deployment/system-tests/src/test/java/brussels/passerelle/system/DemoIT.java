package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

import com.microsoft.playwright.Browser;

/** The first command of a newcomer: it says when it is ready, leaves nothing behind when it ends, and forgets nothing. */
@ExtendWith(House.class)
@Isolated("stops and starts the demo that every other test uses")
class DemoIT {
    private static final List<Integer> PORTS = List.of(8080, 8081, 9990, 8180, 9180, 5480);
    private static final String SENTENCE = "Le locataire occupe le logement depuis mai.";

    @Test
    void a_restart_takes_everything_down_and_brings_everything_back(RunningDemo demo, Browser browser)
            throws IOException {
        try (var holder = used(demo)) {
            var last = demo.said().getLast();
            assertTrue(last.startsWith("READY"), last);
            assertEnds(demo);
            demo.start();
            // How long that may take is a question for deployment/bench/ready.sh, on a machine that does nothing else.
            demo.untilReady();
            for (var setting : Setting.values())
                try (var profile = setting.profile(browser)) {
                    var here = holder.at(demo, Screen.plain(profile.newPage()), setting.language);
                    assertEquals(2, here.screen().page().locator("[data-paper]").count());
                    here.openPaper("Bail").screen().seePdf(SENTENCE);
                    here.seeProven("opening").seeProven("openingRefused").leave();
                }
        }
    }

    private static void assertEnds(RunningDemo demo) throws IOException {
        var children = demo.descendants();
        assertTrue(children.size() >= 3, "PostgreSQL, Keycloak and WildFly, not only " + children);
        demo.terminate();
        assertEquals(List.of(), children.stream().filter(ProcessHandle::isAlive).toList());
        for (var port : PORTS)
            new ServerSocket(demo.port(port), 1, InetAddress.getLoopbackAddress()).close();
    }

    /** A wallet with a history: two papers, one of them lent, looked at, taken back and asked for in vain. */
    private static Regular used(RunningDemo demo) throws IOException {
        var holder = Regular.holder(demo, "Habitue");
        try (var worker = Regular.worker(demo)) {
            var lease = holder.keep("Bail", "lease", Papers.pdf(SENTENCE));
            holder.keep("Facture", "debtNotice", Papers.pdf("Une facture"));
            var loan = holder.lend(lease, Duration.ofDays(1));
            assertTrue(worker.asks(loan));
            holder.takeBack(loan);
            assertFalse(worker.asks(loan));
        }
        return holder;
    }
}
