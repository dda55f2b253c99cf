package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import com.microsoft.playwright.Browser;

/**
 * Only the holder knows. Secrets are planted by the true path itself; then everything that leaves the browsers and
 * everything that the servers keep, on disk and in memory, is searched for them. Each search first finds something that
 * must be there: one that cannot find proves nothing.
 */
@ExtendWith(House.class)
@Order(2)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NothingReadableIT {
    private static final String SENTENCE = "Le chat gris dort sous le pont Sainctelette";
    private static final String TITLE = "Plainte très privée de Zébulon";
    private static final String KIND = "complaintPaper";
    private static final String PURPOSE = "complaintHelp";

    private final RunningDemo demo;
    private final Browser browser;
    private final Needles secrets = new Needles();
    private final Needles words = new Needles().text("kind", KIND).text("purpose", PURPOSE);
    private final Needles known = new Needles();
    private final Set<String> sent = new TreeSet<>();
    private final Set<String> origins = new TreeSet<>();
    private String authSecret = "";
    private String token = "";
    private byte[] ciphertext = {};

    NothingReadableIT(RunningDemo demo, Browser browser) {
        this.demo = demo;
        this.browser = browser;
    }

    @BeforeAll
    void plant(@TempDir Path files) throws IOException {
        var pdf = Papers.pdf(SENTENCE);
        assertTrue(new String(pdf, StandardCharsets.ISO_8859_1).contains(SENTENCE), "the plant is in the paper itself");
        secrets.text("sentence", SENTENCE).text("title", TITLE).bytes("content", Arrays.copyOfRange(pdf, 4000, 4064));
        try (var tap = new Tap();
                var home = Setting.FR_DESKTOP.profile(browser, tap);
                var office = Setting.FR_DESKTOP.profile(browser, tap)) {
            var asked = new Traffic(home);
            var holder = new Holder(demo, Screen.plain(home.newPage()), "fr");
            holder.createWallet("Secrete").addPaper(Files.write(files.resolve("p.pdf"), pdf), TITLE, "justice/" + KIND);
            holder.openPaper(TITLE).lend(PURPOSE).leave();
            holder.signIn();
            var worker = new Worker(demo, Screen.plain(office.newPage()), "fr");
            worker.signIn().openLoan(holder.loan()).askForPaper().screen().see("canvas");
            remember(holder, tap);
            origins.addAll(asked.origins());
            origins.addAll(tap.origins());
        }
    }

    private void remember(Holder holder, Tap tap) throws IOException {
        secrets.text("passphrase", holder.passphrase());
        known.text("username", holder.username());
        authSecret = tap.bodyText("/api/accounts").replaceAll("(?s).*\"authSecret\":\"([0-9a-f]{64})\".*", "$1");
        token = tap.tokenSignature();
        ciphertext = Arrays.copyOf(tap.body("/api/papers/"), 64);
        assertFalse(tap.searched(known).isEmpty(), "the search of requests finds the name");
        assertFalse(tap.searched(new Needles().bytes("ciphertext", ciphertext)).isEmpty(), "and what is uploaded");
        sent.addAll(tap.searched(secrets));
        sent.addAll(tap.searched(words));
    }

    @Test
    void no_request_carries_passphrase_sentence_title_kind_or_purpose() {
        assertEquals(Set.of(), sent);
    }

    @Test
    void the_pages_talk_to_nobody_else() {
        assertEquals(Set.of(demo.portal("").toString(), demo.registry("").toString()), origins);
    }

    @Test
    void no_row_of_any_database_tells() throws Exception {
        var databases = new Databases(demo);
        assertFalse(databases.search(known, "keycloak").isEmpty(), "the search of rows finds the name");
        assertEquals(Set.of(), databases.search(secrets));
        assertEquals(Set.of(), databases.search(words, "consent"));
        assertEquals(Set.of(), databases.search(new Needles().text("sign-in secret", authSecret)));
    }

    @Test
    void no_file_of_the_servers_tells() throws Exception {
        new Databases(demo).checkpoint();
        var roots = new Path[]{demo.state(), demo.keycloakHome().resolve("data")};
        assertFalse(known.in(demo.state()).isEmpty(), "the search of files finds the name in the database");
        assertFalse(new Needles().bytes("ciphertext", ciphertext).in(demo.state()).isEmpty(),
                "the search of files finds the ciphertext in the store");
        assertEquals(Set.of(), secrets.in(roots));
        assertEquals(Set.of(), new Needles().text("sign-in secret", authSecret).text("token", token).in(roots));
    }

    @Test
    void the_memory_of_the_server_does_not_tell() throws Exception {
        var dump = RunningDemo.TARGET.resolve("wildfly.hprof").toAbsolutePath();
        Files.deleteIfExists(dump);
        var wildfly = demo.server("WildFly");
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var exit = new ProcessBuilder(jcmd, String.valueOf(wildfly.pid()), "GC.heap_dump", "-all", dump.toString())
                .inheritIO().start().waitFor();
        assertEquals(0, exit);
        try {
            assertFalse(known.in(dump).isEmpty(), "the search of memory finds the name");
            assertEquals(Set.of(), secrets.in(dump));
        } finally {
            Files.delete(dump);
        }
    }
}
