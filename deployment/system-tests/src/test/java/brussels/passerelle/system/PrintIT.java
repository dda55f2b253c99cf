package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.stream.StreamSupport;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

/** What comes out of the printer, and that nothing of it stays in the page. */
@ExtendWith(House.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(Order.DEFAULT + 2)
class PrintIT {
    private static final String LEASE = "Contrat imprimable";
    private static final String LETTER = "Lettre imprimable";
    private static final String WORDS = "Je demande un logement.";
    private static final double A6_LANDSCAPE = 148 / 25.4 * 72;

    private final BrowserContext profile;
    private final Screen screen;
    private final RunningDemo demo;
    private Regular holder;
    private Holder here;
    private int prints;

    PrintIT(RunningDemo demo, Browser browser) {
        this.demo = demo;
        profile = Setting.FR_DESKTOP.profile(browser);
        // The dialogue of the browser cannot be pressed by a test; addresses made for printing are counted.
        profile.addInitScript("""
          window.print = () => { window.printing = (window.printing ?? 0) + 1; };
          window.addresses = 0;
          const [make, drop] = [URL.createObjectURL, URL.revokeObjectURL];
          URL.createObjectURL = blob => { window.addresses++; return make.call(URL, blob); };
          URL.revokeObjectURL = address => { window.addresses--; drop.call(URL, address); };
          """);
        screen = Screen.plain(profile.newPage());
    }

    @BeforeAll
    void aWallet() throws IOException {
        holder = Regular.holder(demo, "imprimeuse");
        var paper = holder.keep(LEASE, "lease", "Un contrat.");
        holder.lend(paper, Duration.ofDays(1));
        here = holder.at(demo, screen, "fr");
        var letter = Files.writeString(Files.createTempFile("lettre", ".txt"), WORDS);
        here.addPaper(letter, LETTER, "work/workContract");
        Files.delete(letter);
    }

    @AfterAll
    void done() {
        profile.close();
        holder.close();
    }

    @Test
    void the_list_of_loans_says_what_who_until_when_and_how_to_take_back() throws IOException {
        try (var pdf = printed(() -> screen.act("show-loans").awaitView("loans").act("print-loans"))) {
            var text = text(pdf);
            assertTrue(text.contains(LEASE) && text.contains("CPAS") && text.contains(holder.username()), text);
            assertTrue(text.contains("Reprendre") && text.contains("Mes prêts"), text);
            assertNothingOfThePage(text);
        }
        assertNothingStays();
    }

    @Test
    void a_paper_comes_out_as_it_is() throws IOException {
        open(LEASE);
        try (var pdf = printed(() -> screen.act("print-paper"))) {
            assertEquals(2, pdf.getNumberOfPages());
            assertEquals("", text(pdf).strip(), "nothing of ours on it");
            for (var page : pdf.getPages())
                assertEquals(1, images(page));
        }
        assertNothingStays();
        open(LETTER);
        try (var pdf = printed(() -> screen.act("print-paper"))) {
            assertEquals(WORDS, text(pdf).strip());
        }
        assertNothingStays();
    }

    @Test
    void the_card_fits_a_pocket_and_says_how_to_reach_the_wallet() throws IOException {
        screen.act("show-more").awaitView("more").act("show-card").awaitView("card").fill("printedName",
                "Nour du parc");
        var code = screen.one("[data-sheet='card'] [data-code]").getAttribute("data-code");
        try (var pdf = printed(() -> screen.act("print-card"))) {
            assertEquals(1, pdf.getNumberOfPages());
            assertEquals(A6_LANDSCAPE, pdf.getPage(0).getMediaBox().getWidth(), 2);
            var text = text(pdf);
            assertTrue(text.contains("Nour du parc") && text.contains(holder.username()), text);
            assertTrue(text.replaceAll("\\s", "").contains(code), text);
            assertNothingOfThePage(text);
        }
        assertNothingStays();
    }

    /** What opens when all else is lost: on one small sheet, and nothing of the wallet beside it. */
    @Test
    void the_code_comes_out_whole_on_one_sheet() throws IOException {
        Doors.prove(here).act("make-code").see("[data-sheet='recovery-code'] .qr");
        var code = screen.one("[data-sheet='recovery-code'] [data-code]").getAttribute("data-code");
        try (var pdf = printed(() -> screen.act("print-code"))) {
            assertEquals(1, pdf.getNumberOfPages());
            assertEquals(A6_LANDSCAPE, pdf.getPage(0).getMediaBox().getWidth(), 2);
            var text = text(pdf);
            assertEquals(32, code.length());
            assertTrue(text.replaceAll("\\s", "").contains(code), text);
            assertFalse(text.contains(holder.passphrase()) || text.contains(LEASE), text);
            assertNothingOfThePage(text);
        }
        screen.act("code-kept").awaitView("keys");
        assertNothingStays();
        assertFalse(screen.page().content().contains(code), "it is shown once");
    }

    /** Three sheets, each whole; what an organisation keeps names nobody, because it can be lost. */
    @Test
    void each_card_of_the_kit_comes_out_on_a_sheet_of_its_own() throws IOException {
        var cards = KitCards.shown(here, "7");
        try (var pdf = printed(() -> screen.act("print-kit"))) {
            assertEquals(3, pdf.getNumberOfPages());
            for (var card = 1; card <= 3; card++) {
                var text = text(pdf, card);
                assertTrue(text.replaceAll("\\s", "").contains(cards.get(card - 1)), text);
                assertEquals(card == 1, text.contains(holder.username()), text);
                assertFalse(text.contains(holder.passphrase()) || text.contains(LEASE), text);
                assertNothingOfThePage(text);
            }
        }
        screen.act("kit-kept").awaitView("kit");
        assertNothingStays();
        assertFalse(screen.page().content().contains(cards.getFirst()), "they are shown once");
    }

    private void open(String title) {
        screen.act("show-wallet").awaitView("wallet");
        here.openPaper(title).screen().see("[data-viewer='shown']");
    }

    private PDDocument printed(Runnable press) throws IOException {
        var before = asked();
        press.run();
        screen.page().waitForCondition(() -> asked() > before);
        assertEquals(1, screen.page().locator(".sheets").count(), "while it prints");
        var pdf = screen.page().pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        Files.write(Files.createDirectories(RunningDemo.TARGET.resolve("screenshots/print"))
                .resolve("%02d.pdf".formatted(++prints)), pdf);
        return Loader.loadPDF(pdf);
    }

    private int asked() {
        return ((Number) screen.page().evaluate("window.printing ?? 0")).intValue();
    }

    private void assertNothingStays() {
        assertEquals(0, screen.page().locator(".sheets").count());
        screen.act("show-loans").awaitView("loans");
        assertEquals(0, ((Number) screen.page().evaluate("window.addresses")).intValue(), "addresses of files");
    }

    private static void assertNothingOfThePage(String text) {
        for (var part : new String[]{"Fermer", "Sortir", "Nederlands", "Plus"})
            assertFalse(text.contains(part), part + " in " + text);
    }

    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf);
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }

    private static long images(PDPage page) {
        var resources = page.getResources();
        return StreamSupport.stream(resources.getXObjectNames().spliterator(), false)
                .filter(name -> image(page, name)).count();
    }

    private static boolean image(PDPage page, COSName name) {
        try {
            return page.getResources()
                    .getXObject(name) instanceof org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
