package brussels.passerelle.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.microsoft.playwright.Browser;

/**
 * T08: what was true once is served again. Within a session nothing goes back. From one to the next an own device remembers;
 * a shared computer does not, and there only a log that was cut short is noticed, by what the wallet's own list remembers.
 */
@Order(1)
class AttacksByRollbackIT extends Attacked {
    private static final String FIRST = "Première version";
    private static final String SECOND = "Seconde version";
    private static final String CHECKPOINT = "/api/log/checkpoint";

    @TempDir
    private Path files = Path.of("");
    /** The node's log before anything here began. */
    private byte[] olderLog = {};

    AttacksByRollbackIT(RunningDemo demo, Browser browser, Prey prey) {
        super(demo, browser, prey);
    }

    @BeforeAll
    void before() {
        olderLog = new Web().get(demo.portal(CHECKPOINT)).body().getBytes(UTF_8);
    }

    @Test
    void T08_rollback_of_manifest_within_a_session() throws IOException {
        signedIn();
        refused();
        served(MANIFEST, prey.olderManifest);
        screen.act("add-paper").awaitView("add-paper").give("file",
                Files.write(files.resolve("new.pdf"), Papers.pdf("Nouveau")));
        screen.fill("title", "Jamais gardé").choose("kind", "housing").choose("finer", "lease").act("save-paper");
        assertFalse(screen.message("damaged").isBlank());
        malice.honest();
        screen.act("show-wallet").awaitView("wallet");
        assertEquals(3, page.locator("[data-paper]").count(), "what was known before, and nothing half there");
    }

    /** Another session seems to have been first: the client reads again, and gets what was before. */
    private void refused() {
        malice.instead("PUT", MANIFEST, 412, "application/problem+json",
                "{\"type\":\"urn:problem-type:passerelle:preconditionFailed\",\"status\":412}".getBytes(UTF_8));
    }

    /** Its bytes alone, and together with the list in which they were the newest. */
    @Test
    void T08_rollback_of_a_paper() throws IOException {
        try (var owner = Regular.holder(demo, "retour")) {
            var paper = owner.keep("Contrat", "lease", FIRST);
            var older = owner.session().api().bytes("/manifest");
            var bytes = owner.session().api().bytes("/papers/" + paper + "/versions/1");
            malice.honest();
            owner.at(demo, screen, "fr").openPaper("Contrat").screen().act("replace-paper").awaitView("add-paper")
                    .give("file", Files.write(files.resolve("second.pdf"), Papers.pdf(SECOND)));
            screen.see("[data-photo='1'] img").act("save-paper").see("[data-message='versionSaved']");

            malice.honest().bytes("/api/papers/" + paper + "/versions/2", _ -> bytes);
            open(paper);
            assertFalse(screen.message("damaged").isBlank());
            assertEquals(0, page.locator("canvas").count());
            assertNothingSent();

            served(MANIFEST, older);
            refused();
            screen.act("show-wallet").awaitView("wallet").act("star-paper", "[data-value='" + paper + "']");
            assertFalse(screen.message("damaged").isBlank());
            open(paper);
            assertFalse(screen.message("damaged").isBlank());
            assertFalse(page.content().contains(FIRST));

            malice.honest();
            open(paper);
            screen.seePdf(SECOND);
        }
    }

    private void open(String paper) {
        screen.act("show-wallet").awaitView("wallet").press(page.locator("[data-paper='" + paper + "']"))
                .awaitView("paper");
    }

    /** A code was made and removed: the list that still has it, signed as it is, is no list any more. */
    @Test
    void T08_rollback_of_key_set_within_a_session() throws IOException {
        try (var owner = Regular.holder(demo, "cles")) {
            malice.honest();
            var holder = owner.at(demo, screen, "fr");
            Doors.makeCode(holder);
            var older = owner.session().api().bytes("/keyset");
            screen.act("drop-key").act("confirm-drop-key").message("keyDropped");

            malice.honest();
            served(KEYSET, older);
            screen.act("show-more").awaitView("more").act("show-keys");
            assertFalse(screen.message("damaged").isBlank());
            assertEquals(0, page.locator("[data-key]").count());
            assertNothingSent();

            malice.honest();
            assertEquals(1, Doors.show(holder).page().locator("[data-key]").count());
        }
    }

    @Test
    void T08_own_device_remembers_from_one_session_to_the_next() throws IOException {
        try (var owner = Regular.holder(demo, "appareil");
                var mine = Setting.FR_DESKTOP.profile(browser);
                var shared = Setting.FR_DESKTOP.profile(browser)) {
            var paper = owner.keep("Contrat", "lease", FIRST);
            var here = Screen.plain(mine.newPage());
            var holder = owner.at(demo, here, "fr");
            Doors.prove(holder).act("keep-device").message("keyAdded");
            var manifest = owner.session().api().bytes("/manifest");
            var keyset = owner.session().api().bytes("/keyset");
            here.act("show-wallet").awaitView("wallet").act("star-paper", "[data-value='" + paper + "']")
                    .see("[data-action='star-paper'][aria-pressed='true']");
            Doors.makeCode(holder);
            holder.leave();
            here.act("sign-in-device").awaitView("wallet");
            holder.leave();

            var lies = new Malice(mine);
            lies.bytes(MANIFEST, _ -> manifest);
            refusedHere(here, lies, () -> here.act("sign-in-device"));
            refusedHere(here, lies, () -> holder.trySignIn(holder.username(), holder.passphrase()));
            lies.honest().bytes(KEYSET, _ -> keyset);
            refusedHere(here, lies, () -> here.act("sign-in-device"));
            lies.honest();
            here.go(demo.portal("/sign-in?lang=fr")).act("sign-in-device").awaitView("wallet");

            // Nobody remembers there, and nothing else is claimed.
            new Malice(shared).bytes(MANIFEST, _ -> manifest);
            owner.at(demo, Screen.plain(shared.newPage()), "fr").screen()
                    .see("[data-action='star-paper'][aria-pressed='false']");
        }
    }

    private void refusedHere(Screen here, Malice lies, Runnable signIn) {
        here.go(demo.portal("/sign-in?lang=fr")).awaitView("sign-in");
        signIn.run();
        assertFalse(here.message("damaged").isBlank());
        assertEquals(0, here.page().locator("[data-paper]").count());
        assertEquals(0, lies.asked().stream().filter(Malice.Asked::changes).count(), "nothing was sent");
    }

    /** On a computer that remembers nothing: the wallet's list names a later state of the log than the one served. */
    @Test
    void T08_log_cut_short_is_noticed_from_the_list() throws IOException {
        try (var owner = Regular.holder(demo, "journal"); var shared = Setting.FR_DESKTOP.profile(browser)) {
            malice.honest();
            owner.at(demo, screen, "fr").seeProven("accountOpened");
            new Malice(shared).bytes(CHECKPOINT, _ -> olderLog);
            var there = owner.at(demo, Screen.plain(shared.newPage()), "fr").screen().act("show-log").awaitView("log");
            there.press(there.one("[data-event='accountOpened'] [data-action='check-proof']"))
                    .see("[data-event='accountOpened'] [data-proof='failed']");
            assertEquals(0, there.page().locator("[data-proof='verified']").count());
        }
    }
}
