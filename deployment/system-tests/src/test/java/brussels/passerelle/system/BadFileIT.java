package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;

/** Files that cannot be kept: each is refused in the person's language, before anything of it is sent, and nothing is half there. */
@ExtendWith(House.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(Order.DEFAULT + 2)
class BadFileIT {
    private static final long LIMIT = 100L << 20;

    private final BrowserContext profile;
    private final Holder holder;
    private final Traffic traffic;
    @TempDir
    private Path files = Path.of("");

    BadFileIT(RunningDemo demo, Browser browser) {
        profile = Setting.AR_PHONE.profile(browser);
        traffic = new Traffic(profile);
        var page = profile.newPage();
        holder = new Holder(demo, Screen.plain(page), Setting.AR_PHONE.language);
    }

    @BeforeAll
    void wallet() {
        holder.createWallet("Files");
    }

    @AfterAll
    void leave() {
        profile.close();
    }

    @Test
    void a_file_of_more_than_100_MB() throws IOException {
        var file = files.resolve("big.pdf");
        try (var big = new RandomAccessFile(file.toFile(), "rw")) {
            big.writeBytes("%PDF-1.7\n");
            big.setLength(LIMIT + 1);
        }
        refused(file, "tooLarge");
    }

    @Test
    void an_empty_file() throws IOException {
        refused(Files.createFile(files.resolve("empty.pdf")), "emptyFile");
    }

    @Test
    void a_program_that_says_it_is_a_picture() throws IOException {
        refused(Files.write(files.resolve("holiday.jpg"), new byte[]{'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0}),
                "typeMismatch");
    }

    @Test
    void a_page_with_a_script_that_says_it_is_a_pdf() throws IOException {
        refused(Files.writeString(files.resolve("letter.pdf"), "<html><script>alert(1)</script></html>"),
                "typeMismatch");
    }

    @Test
    void a_pdf_that_says_it_is_a_picture() throws IOException {
        refused(Files.write(files.resolve("scan.png"), Papers.pdf("Un PDF n'est pas une image")), "typeMismatch");
    }

    private void refused(Path file, String name) {
        var screen = holder.screen();
        screen.act("add-paper").awaitView("add-paper").give("file", file);
        Languages.assertArabic(screen.message(name));
        screen.act("cancel").awaitView("wallet");
        assertEquals(0, screen.page().locator("[data-paper]").count());
        assertTrue(traffic.addresses().stream().noneMatch(address -> address.contains("/api/papers/")),
                "nothing of it was sent");
    }
}
