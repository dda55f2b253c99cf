package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;

/** Papers in full, as two people use them: one at a desk in French, one with a telephone in Arabic. */
@ExtendWith(House.class)
@Order(Order.DEFAULT + 1)
class PapersIT {
    private final RunningDemo demo;
    private final Browser browser;
    @TempDir
    private Path files = Path.of("");

    PapersIT(RunningDemo demo, Browser browser) {
        this.demo = demo;
        this.browser = browser;
    }

    @Test
    void many_files_of_which_one_is_bad_and_a_connection_that_breaks() throws IOException {
        try (var profile = Setting.FR_DESKTOP.profile(browser)) {
            var holder = holder(profile, "many").createWallet("Papiers");
            var screen = holder.screen();
            screen.act("add-paper").awaitView("add-paper");
            choose(screen, pdf("Bail.pdf", "Bail de la rue du Pont"), photo("Carte.jpg"),
                    Files.write(files.resolve("vacances.jpg"), new byte[]{'M', 'Z', 0, 0, 3, 0, 0, 0}));
            screen.see("[data-file='vacances.jpg'][data-state='refused']")
                    .see("[data-file='Carte'][data-state='chosen'] img");
            screen.view("add-paper").act("save-paper").view("wallet");
            assertEquals(2, screen.page().locator("[data-paper]").count());

            screen.act("add-paper").awaitView("add-paper");
            choose(screen, pdf("Fiche.pdf", "Fiche de paie"), pdf("Mutuelle.pdf", "Carte de mutuelle"));
            screen.see("[data-file='Mutuelle'] img");
            profile.setOffline(true);
            screen.act("save-paper");
            assertFalse(screen.message("offline").isBlank());
            screen.see("[data-file='Fiche'][data-state='waiting']").see("[data-action='retry-files']")
                    .view("add-paper");
            profile.setOffline(false);
            screen.awaitView("wallet");
            assertEquals(4, screen.page().locator("[data-paper]").count());
            assertEquals(0, screen.page().locator("[data-message='unfinished']").count());
            holder.leave();
        }
    }

    @Test
    void pages_become_one_pdf_and_a_newer_version_keeps_the_one_before() throws IOException {
        try (var profile = Setting.FR_DESKTOP.profile(browser)) {
            var holder = holder(profile, "versions").createWallet("Versions");
            var screen = holder.screen();
            screen.act("add-paper").awaitView("add-paper").give("photo", photo("IMG_1.jpg"))
                    .see("[data-photo='1'] img");
            screen.give("page", photo("IMG_2.jpg")).see("[data-photo='2'] img").view("add-paper");
            screen.fill("title", "Contrat").act("save-paper").awaitView("wallet");
            holder.openPaper("Contrat").screen().see("[data-page='2']").see("canvas").view("paper");
            try (var document = Loader.loadPDF(Files.readAllBytes(download(screen)))) {
                assertEquals(2, document.getNumberOfPages());
                assertTrue(document.getDocumentInformation().getMetadataKeys().isEmpty());
            }

            screen.act("replace-paper").awaitView("add-paper").give("file", pdf("contrat.pdf", "Version corrigée"));
            screen.see("[data-photo='1'] img").view("add-paper").act("save-paper");
            screen.see("[data-message='versionSaved']").see("[aria-label*='Version corrigée']").view("paper");
            screen.press(screen.one("[data-version='1'] [data-action='open-version']"))
                    .see("[data-message='earlierVersion']").see("[data-page='2']");
            screen.act("show-newest").see("[aria-label*='Version corrigée']");
            holder.leave();
        }
    }

    @Test
    void what_is_looked_for_in_another_alphabet_and_what_ends_soon() throws IOException {
        try (var profile = Setting.AR_PHONE.profile(browser); var known = Regular.holder(demo, "search")) {
            for (var paper : List.of("Carte/identityCard", "Bail/lease", "Attestation/referenceAddress", "Photo/other",
                    "Fiche/incomeProof"))
                known.keep(paper.split("/")[0], paper.split("/")[1], Papers.pdf(paper));
            var holder = known.at(demo, watched(profile, Setting.AR_PHONE, "search"), "ar");
            var screen = holder.screen();
            assertEquals(5, tiles(screen));
            // Written without hamza and with a plain ha, as on a telephone: "identity card".
            screen.fill("wanted", "بطاقه").see("[data-count='1']").view("wallet");
            assertTrue(holder.paper("Carte").isVisible());
            screen.fill("wanted", "no such paper").see("[data-message='nothingFound']").act("clear-papers");
            screen.see("[data-count='5']").act("filter-kind", "[data-value='housing']").see("[data-count='1']");
            assertTrue(holder.paper("Bail").isVisible());
            screen.act("filter-kind", "[data-value='housing']").one("[name='order']").selectOption("kind");
            screen.see(".kind-group").view("wallet");

            holder.openPaper("Bail").screen().act("edit-paper").awaitView("edit-paper");
            screen.fill("expires", LocalDate.now(Setting.ZONE).plusDays(10).toString()).fill("original",
                    "عند المساعدة الاجتماعية");
            screen.view("edit-paper").act("save-details").see("[data-message='paperChanged']").view("paper");
            screen.act("star-paper").see("[data-action='star-paper'][aria-pressed='true']").act("back");
            screen.awaitView("wallet").see("[data-message='ending'] [data-action='open-ending']");
            Languages.assertArabic(screen.message("ending"));
            screen.see("[data-ends='10']").see("[data-action='star-paper'][aria-pressed='true']").view("wallet");
            holder.leave();
        }
    }

    @Test
    void everything_is_taken_along_and_brought_into_another_wallet() throws IOException {
        var lease = Papers.pdf("Le bail que personne d'autre ne lit");
        Path archive;
        String password;
        try (var profile = Setting.AR_PHONE.profile(browser); var known = Regular.holder(demo, "along")) {
            known.keep("Bail: rue/Pont", "lease", lease);
            known.keep("بطاقتي", "identityCard", Papers.pdf("Une carte"));
            var holder = known.at(demo, watched(profile, Setting.AR_PHONE, "export"), "ar");
            var screen = holder.screen();
            screen.act("show-more").awaitView("more").act("take-along").view("export");
            password = screen.valueOf("archivePassword");
            screen.fill("passphrase", "not my passphrase at all").act("make-export");
            Languages.assertArabic(screen.message("wrongPassphrase"));
            screen.fill("passphrase", known.passphrase());
            archive = screen.page().waitForDownload(() -> screen.act("make-export")).path();
            screen.see("[data-message='exported']").view("export");
            holder.seeProven("exported").leave();
            archive = Files.copy(archive, files.resolve("passerelle.zip"));
        }
        var inside = Archive.open(archive, password);
        assertTrue(inside.text("index.html").contains("lang=\"ar\" dir=\"rtl\""));
        assertFalse(inside.text("index.html").contains("<script"));
        assertTrue(inside.text("wallet.jsonld").contains("https://w3id.org/passerelle/kind/lease"));
        assertArrayEquals(lease, inside.bytes("أوراق/01 Bail rue Pont.pdf"));
        assertTrue(Archive.isClosedWithout(password, archive));
        var outside = new String(Files.readAllBytes(archive), StandardCharsets.ISO_8859_1);
        assertFalse(outside.contains("Bail") || outside.contains("index.html"), "names are closed in, too");
        bring(archive, password);
    }

    private void bring(Path archive, String password) {
        try (var profile = Setting.FR_DESKTOP.profile(browser)) {
            var holder = holder(profile, "import").createWallet("Autre");
            var screen = holder.screen();
            screen.act("show-more").view("more").act("bring-along").awaitView("import").give("archive", archive);
            screen.fill("archivePassword", "wrong words").act("open-archive");
            assertFalse(screen.message("wrongArchivePassword").isBlank());
            screen.view("import").fill("archivePassword", password).act("open-archive")
                    .see("[data-action='confirm-import']");
            screen.view("import").act("confirm-import").awaitView("wallet");
            assertEquals(2, tiles(screen));
            holder.openPaper("بطاقتي").screen().see("[aria-label*='Une carte']");
            screen.act("show-more").awaitView("more").act("bring-along").awaitView("import").give("archive", archive);
            screen.fill("archivePassword", password).act("open-archive").see("[data-message='nothingNew']")
                    .view("import");
            assertEquals(2, screen.page().locator("[data-file][data-state='known']").count());
            holder.leave();
        }
    }

    private Holder holder(BrowserContext profile, String story) {
        return new Holder(demo, watched(profile, Setting.FR_DESKTOP, story), Setting.FR_DESKTOP.language);
    }

    private static Screen watched(BrowserContext profile, Setting setting, String story) {
        return Screen.watched(profile.newPage(), new Hand.Pointer(), setting + "/papers-" + story);
    }

    private static int tiles(Screen screen) {
        screen.page().locator("[data-paper]").first().waitFor();
        return screen.page().locator("[data-paper]").count();
    }

    private static void choose(Screen screen, Path... chosen) {
        screen.page().locator("input[type=file][name='file']").setInputFiles(chosen);
        screen.page().locator("[data-file]").nth(chosen.length - 1).waitFor(new Locator.WaitForOptions());
    }

    private static Path download(Screen screen) {
        screen.act("download-paper");
        return screen.page().waitForDownload(() -> screen.act("confirm-download")).path();
    }

    private Path pdf(String name, String sentence) throws IOException {
        return Files.write(files.resolve(name), Papers.pdf(sentence));
    }

    private Path photo(String name) throws IOException {
        return Files.write(files.resolve(name), Papers.photo());
    }
}
